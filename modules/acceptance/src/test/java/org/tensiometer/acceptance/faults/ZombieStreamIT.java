package org.tensiometer.acceptance.faults;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;

/**
 *
 *
 * <pre>
 * stream-0   read ... SIGSTOP ......................... SIGCONT, fenced, joins again, read ...
 * stream-1   read ............. takes over, reads all ..................... read .............
 * </pre>
 *
 * What the zombie held in its hands when it was stopped is never committed beside what the other
 * one did of the same claims.
 */
@Tag("full")
class ZombieStreamIT {

  private static final int ZOMBIE = 0;
  private static final int OTHER = 1;

  private final int claims = FaultSize.of("zombie.claims", 4_000, 60_000);
  private final int stops = FaultSize.of("zombie.stops", 1, 5);

  @TempDir private Path folder;

  @Test
  void shouldFenceAnInstanceThatWakesUpAfterItsSessionTimedOut() throws Exception {
    int portion = claims / (stops + 1);
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      fleet.start(ZOMBIE);
      fleet.start(OTHER);
      for (int stop = 0; stop < stops; stop++) {
        Hit.until(
            "the zombie",
            () -> {
              run.send(portion);
              boolean atWork = fleet.strikeAtWork(ZOMBIE, () -> fleet.process(ZOMBIE).suspend());
              if (atWork) {
                Await.until(
                    "the session of the zombie to time out",
                    () -> fleet.assigned(ZOMBIE),
                    Set::isEmpty);
                // The other instance reads its claims too.
                fleet.awaitRead();
              }
              fleet.process(ZOMBIE).resume();
              // Which stage its share is of is the assignor's choice.
              Await.until("the zombie to get work again", () -> fleet.hasShare(ZOMBIE), has -> has);
              return atWork;
            });
      }
      run.send(portion);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }
}
