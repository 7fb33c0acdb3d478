package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;

/** Local state comes and goes; the answer stays that of the ledger. */
@Tag("full")
class StateFaultsIT {

  private static final Pattern DAMAGE =
      Pattern.compile("is damaged and is thrown away|Damaged local state, to be restored");

  private final int claims = FaultSize.of("state.claims", 4_000, 40_000);

  @TempDir private Path folder;

  @Test
  void shouldAnswerAsTheLedgerDemandsWithOneThenFourThenOneInstance() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      run.send(claims / 4);
      fleet.start(0);
      fleet.awaitAtWork(0);
      for (int instance = 1; instance < 4; instance++) {
        fleet.start(instance);
      }
      for (int instance = 0; instance < 4; instance++) {
        int of = instance;
        Await.until(
            "instance " + of + " to get a part of the work",
            () -> fleet.assigned(of),
            its -> !its.isEmpty());
      }
      run.send(claims / 4);
      fleet.awaitAtWork(3);
      for (int instance = 1; instance < 4; instance++) {
        assertThat(fleet.terminate(instance)).as("exit code after SIGTERM").isZero();
      }
      run.send(claims / 4);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  @Test
  void shouldRestoreWhenTheStateFolderIsGone() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      run.send(claims / 2);
      fleet.start(0);
      fleet.killAtWork(0);
      Utils.delete(fleet.stateFolder(0).toFile());
      fleet.start(0);
      run.send(claims / 2);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  @Test
  void shouldMendDamagedFilesByItself() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      int portion = claims / (2 * StateDamage.values().length);
      for (StateDamage damage : StateDamage.values()) {
        run.send(portion);
        fleet.start(0);
        fleet.awaitRead();
        assertThat(fleet.terminate(0)).as("exit code after SIGTERM").isZero();
        int told = warnings(fleet);
        assertThat(damage.toAll(fleet.stateFolder(0))).as("files damaged").isPositive();
        fleet.start(0);
        run.send(portion);
        Await.until(damage + " to be found", () -> warnings(fleet), now -> now > told);
        fleet.awaitRead();
        fleet.terminate(0);
      }
      fleet.start(0);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  private static int warnings(StreamFleet fleet) {
    return DAMAGE.matcher(fleet.printed(0)).results().mapToInt(line -> 1).sum();
  }
}
