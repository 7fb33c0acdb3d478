package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.testkit.TestCluster;

/**
 * The file system of the state folder gets full while the instance is at work: it ends and names
 * the folder. After space returns it goes on, and the answer is that of the ledger. Mounts a small
 * file system, for which it has to be root.
 */
@Tag("full")
class FullDiskIT {

  private static final int MEBIBYTE = 1 << 20;

  private final int claims = FaultSize.of("disk.claims", 20_000, 20_000);

  @TempDir private Path folder;

  @Test
  void shouldEndWithTheNameOfTheFolderAndGoOnWhenThereIsSpaceAgain() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      Path state = Files.createDirectories(fleet.stateFolder(0));
      Path filling = state.resolve("filling");
      mount("-t", "tmpfs", "-o", "size=256m", "none", state.toString());
      try {
        fleet.start(0);
        ShippedProcess process = fleet.process(0);
        Hit.until(
            "the disk under an instance",
            () -> {
              Files.deleteIfExists(filling);
              run.send(claims / 2);
              return fleet.strikeAtWork(0, () -> fill(filling));
            });
        long full = System.nanoTime();
        assertThat(process.awaitEnd()).as(() -> fleet.printed(0)).isEqualTo(2);
        Duration ended = Duration.ofNanos(System.nanoTime() - full);
        System.out.println("Ended " + ended + " after its disk was full: " + fleet.printed(0));
        assertThat(fleet.printed(0)).contains(state.toString()).containsIgnoringCase("no space");
        Files.delete(filling);
        fleet.start(0);
        run.send(claims / 2);
        run.checkAnswer(fleet.progress());
        fleet.requireAllAlive();
      } finally {
        fleet.close();
        command("umount", "-l", state.toString());
      }
    }
  }

  /** Writes until nothing more can be written. */
  private static void fill(Path file) throws IOException {
    byte[] block = new byte[MEBIBYTE];
    try (OutputStream out = Files.newOutputStream(file)) {
      assertThatIOException()
          .isThrownBy(
              () -> {
                while (true) {
                  out.write(block);
                }
              })
          .withMessageContaining("No space");
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
