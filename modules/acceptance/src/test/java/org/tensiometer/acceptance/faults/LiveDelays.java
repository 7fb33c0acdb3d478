package org.tensiometer.acceptance.faults;

import java.util.ArrayList;
import java.util.List;

/** How long the live generation takes for a few claims, from their sending to its commit. */
final class LiveDelays {

  private static final int CLAIMS = 10 * ClaimLedger.CLAIMS_OF_AN_ARTICLE;
  private static final long NANOS_OF_A_MILLI = 1_000_000;

  private final LedgerRun run;
  private final StreamFleet fleet;
  private final List<Long> millis = new ArrayList<>();

  LiveDelays(LedgerRun run, StreamFleet fleet) {
    this.run = run;
    this.fleet = fleet;
  }

  /** Sends some claims and waits until they are read. */
  void probe() {
    long start = System.nanoTime();
    run.send(CLAIMS);
    fleet.awaitRead();
    millis.add((System.nanoTime() - start) / NANOS_OF_A_MILLI);
  }

  /** Median and longest. */
  @Override
  public String toString() {
    List<Long> sorted = millis.stream().sorted().toList();
    return "median %d ms, longest %d ms of %d"
        .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), sorted.size());
  }
}
