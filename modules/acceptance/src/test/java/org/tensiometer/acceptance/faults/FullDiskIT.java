package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.testkit.TestCluster;

/**
 * The file system of the state folder is full: the instance ends at once and names the folder.
 * After space returns it goes on, and the answer is that of the ledger. Mounts a small file system,
 * for which it has to be root.
 */
@Tag("full")
class FullDiskIT {

  private final int claims = FaultSize.of("disk.claims", 20_000, 20_000);

  @TempDir private Path folder;

  @Test
  void shouldEndAtOnceWithTheNameOfTheFolderAndGoOnWhenThereIsSpaceAgain() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      Path state = Files.createDirectories(fleet.stateFolder(0));
      mount("-t", "tmpfs", "-o", "size=4m", "none", state.toString());
      try {
        run.send(claims);
        fleet.start(0);
        ShippedProcess process = fleet.process(0);
        assertThat(process.awaitEnd()).as(() -> fleet.printed(0)).isEqualTo(2);
        assertThat(fleet.printed(0)).contains(state.toString()).containsIgnoringCase("no space");
        mount("-o", "remount,size=512m", state.toString());
        fleet.start(0);
        run.checkAnswer(fleet.progress());
        fleet.requireAllAlive();
      } finally {
        fleet.close();
        command("umount", "-l", state.toString());
      }
    }
  }

  private static void mount(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = "mount";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(command(all)).as("exit code of mount; this test needs to be root").isZero();
  }

  private static int command(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
