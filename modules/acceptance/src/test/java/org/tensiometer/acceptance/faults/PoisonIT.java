package org.tensiometer.acceptance.faults;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.TestCluster;

/**
 * One record in a hundred is none, of five kinds in turn, undisturbed and while instances are
 * killed. Exactly these are dead letters, each once, with its bytes, its origin and the right
 * reason; the answer is that of the others.
 */
class PoisonIT {

  private static final int ONE_IN = 100;

  private final int claims = FaultSize.of("poison.claims", 3_000, 100_000);
  private final int kills = FaultSize.of("poison.kills", 1, 10);

  @TempDir private Path folder;

  @Test
  @Tag("full")
  void shouldDeadLetterExactlyWhatIsPoison() throws Exception {
    run(0);
  }

  @Test
  void shouldDeadLetterExactlyWhatIsPoisonUnderKills() throws Exception {
    run(kills);
  }

  private void run(int hits) throws Exception {
    int portion = claims / (hits + 1);
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      fleet.start(0);
      fleet.start(1);
      for (int hit = 0; hit < hits; hit++) {
        int victim = hit % 2;
        fleet.killAtWork(victim, () -> send(run, portion));
        fleet.start(victim);
      }
      send(run, portion);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  private static void send(LedgerRun run, int records) {
    Poison[] kinds = Poison.values();
    for (int sent = 0; sent < records; sent += ONE_IN) {
      run.sendPoison(kinds[sent / ONE_IN % kinds.length]);
      run.send(ONE_IN - 1);
    }
  }
}
