package org.tensiometer.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.Await;

class StateSpaceTest {

  private static final Duration OFTEN = Duration.ofMillis(5);

  /** Linux has a file that takes nothing, as a full disk does. */
  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNameTheFolderWhenNothingMoreCanBeWritten() throws Exception {
    Files.createSymbolicLink(folder.resolve(StateSpace.FILE), FULL);
    try (StateSpace space = new StateSpace(folder)) {
      space.watch(OFTEN);
      assertThat(awaitFault(space).getMessage())
          .contains(folder.toString())
          .containsIgnoringCase("no space");
    }
  }

  @Test
  void shouldLeaveNothingBehindAndFindNoFaultWhileThereIsRoom() throws Exception {
    try (StateSpace space = new StateSpace(folder)) {
      for (int look = 0; look < 3; look++) {
        space.look();
      }
      assertThat(space.fault()).isEmpty();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void shouldNotTakeAFolderThatIsGoneForAFullDisk() throws Exception {
    Files.delete(folder);
    try (StateSpace space = new StateSpace(folder)) {
      space.look();
      assertThat(space.fault()).isEmpty();
      assertThat(folder).doesNotExist();
    }
    Files.createDirectory(folder);
  }

  private static Throwable awaitFault(StateSpace space) {
    return Await.until("the fault", space::fault, Optional::isPresent).orElseThrow();
  }
}
