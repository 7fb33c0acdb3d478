package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  private static final int INSTANCES = 4;
  private static final int FEW = 10 * ClaimLedger.CLAIMS_OF_AN_ARTICLE;

  private final int claims = FaultSize.of("state.claims", 4_000, 40_000);

  @TempDir private Path folder;

  @Test
  void shouldAnswerAsTheLedgerDemandsWithOneThenFourThenOneInstance() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      fleet.start(0);
      run.send(claims / 4);
      assertThat(fleet.awaitAtWork(0)).as("the first instance is at work").isTrue();
      for (int instance = 1; instance < INSTANCES; instance++) {
        fleet.start(instance);
      }
      // Claims keep coming, so that each of them changes hands in the middle of the work.
      Await.until(
          "all instances to get a part of the work",
          () -> {
            fleet.requireAllAlive();
            run.send(FEW);
            return IntStream.range(0, INSTANCES)
                .filter(of -> !fleet.assigned(of).isEmpty())
                .count();
          },
          have -> have == INSTANCES);
      for (int instance = 1; instance < INSTANCES; instance++) {
        fleet.terminateAtWork(instance, () -> run.send(claims / 4));
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
      fleet.start(0);
      fleet.killAtWork(0, () -> run.send(claims / 2));
      Utils.delete(fleet.stateFolder(0).toFile());
      fleet.start(0);
      run.send(claims / 2);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  /** It stops in the middle of its work, and has to mend its files before it can go on. */
  @Test
  void shouldMendDamagedFilesByItself() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      int portion = claims / (2 * StateDamage.values().length);
      for (StateDamage damage : StateDamage.values()) {
        // A killed one would throw its files away unread, damaged or not.
        fleet.terminateAtWork(0, () -> run.send(portion));
        int told = warnings(fleet);
        assertThat(damage.toAll(fleet.stateFolder(0))).as("files damaged").isPositive();
        fleet.start(0);
        run.send(portion);
        Await.until(damage + " to be found", () -> warnings(fleet), now -> now > told);
        fleet.awaitRead();
      }
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  private static int warnings(StreamFleet fleet) {
    return DAMAGE.matcher(fleet.printed(0)).results().mapToInt(line -> 1).sum();
  }
}
