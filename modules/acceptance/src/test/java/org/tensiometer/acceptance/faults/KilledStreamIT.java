package org.tensiometer.acceptance.faults;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.TestCluster;

/**
 *
 *
 * <pre>
 * stream-0   read ... kill -9 | start ... read ........................ kill -9 | start ...
 * stream-1   read ............................ kill -9 | start ... read ................
 * stream-2   read ......................................................................
 * claims     portion . portion ............... portion ................. portion .......
 * </pre>
 *
 * The answer is the ledger's: nothing lost, nothing counted twice, every pair and day the same.
 */
class KilledStreamIT {

  private static final int INSTANCES = 3;

  private final int claims = FaultSize.of("stream.claims", 6_000, 200_000);
  private final int kills = FaultSize.of("stream.kills", 2, 20);

  @TempDir private Path folder;

  @Test
  void shouldAnswerAsTheLedgerDemandsWhenInstancesAreKilledInTheMiddle() throws Exception {
    int portion = claims / (kills + 1);
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      for (int instance = 0; instance < INSTANCES; instance++) {
        fleet.start(instance);
      }
      for (int hit = 0; hit < kills; hit++) {
        int victim = hit % INSTANCES;
        fleet.killAtWork(victim, () -> run.send(portion));
        fleet.start(victim);
      }
      run.send(portion);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }
}
