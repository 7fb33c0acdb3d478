package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.TestCluster;

/**
 * Three instances under half of the load that they can bear. The second and the third are killed by
 * turns, one with every minute's claims, and started again; the first lives through it all, and its
 * memory is watched.
 */
@Tag("full")
class SoakIT {

  private static final int INSTANCES = 3;
  private static final int SECONDS = 60;

  /** As many as the memory of the test has room for the ids of. */
  private static final int MOST = 2_000_000;

  /** Heap of an instance, state outside of it, and the virtual machine itself. */
  private static final long MEBIBYTES = 1_024 + 96 + 400;

  private static final double FLAT = 1.25;

  /** Minutes until a heap has the size that it needs. */
  private static final int GROWN = 10;

  private final int minutes = FaultSize.of("soak.minutes", 3, 30);
  private final int burst = FaultSize.of("soak.burst", 6_000, 20_000);

  @TempDir private Path folder;

  @Test
  void shouldKeepLagAndMemoryBoundedWhileInstancesAreKilled() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run =
            new LedgerRun(installation, 1, MOST / ClaimLedger.CLAIMS_OF_AN_ARTICLE / 360);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      for (int instance = 0; instance < INSTANCES; instance++) {
        fleet.start(instance);
      }
      int capacity = capacity(run, fleet);
      int load = Math.min(capacity / 2, (MOST - 2 * burst) / minutes / SECONDS);
      List<Long> lags = new ArrayList<>();
      List<Long> memory = new ArrayList<>();
      for (int minute = 0; minute < minutes; minute++) {
        long worst = 0;
        for (int second = 0; second < SECONDS; second++) {
          long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
          run.send(load);
          worst = Math.max(worst, fleet.lag());
          fleet.liveThrough(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        lags.add(worst);
        memory.add(fleet.process(0).residentMebibytes());
        int victim = 1 + minute % (INSTANCES - 1);
        fleet.killAtWork(victim, () -> run.send(load));
        fleet.start(victim);
      }
      System.out.printf(
          "Bears %d claims/s, sent %d/s; most lag of each minute %s; MiB after each %s%n",
          capacity, load, lags, memory);
      // Between a kill and the takeover claims wait; by the next kill they are read.
      assertThat(lags).allMatch(lag -> lag <= (long) load * SECONDS);
      assertThat(memory).allMatch(mebibytes -> mebibytes <= MEBIBYTES);
      if (minutes >= GROWN) {
        assertThat((double) memory.get(minutes - 1))
            .as("memory in the end")
            .isLessThanOrEqualTo(FLAT * memory.get(minutes / 2));
      }
      run.checkCounts(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  /** Claims per second, of a burst behind one that has warmed up all. */
  private int capacity(LedgerRun run, StreamFleet fleet) {
    run.send(burst);
    fleet.awaitRead();
    long start = System.nanoTime();
    run.send(burst);
    fleet.awaitRead();
    return (int) (burst * Duration.ofSeconds(1).toNanos() / (System.nanoTime() - start));
  }
}
