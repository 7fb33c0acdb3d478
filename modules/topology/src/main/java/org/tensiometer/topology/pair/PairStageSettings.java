package org.tensiometer.topology.pair;

import java.time.Duration;

/**
 * How the pair stage works. None of it changes the last record of a key but {@code everyDay}, which
 * decides which keys there are.
 *
 * @param flushEvery how long changes are gathered before they are published, wall clock
 * @param flushAfter number of claims after which they are published sooner
 * @param everyDay whether every day of the calendar gets an indicator, as backtests want it,
 *     instead of those around claims and alerts ({@code indicator.every.day})
 */
public record PairStageSettings(Duration flushEvery, int flushAfter, boolean everyDay) {

  public PairStageSettings {
    if (flushEvery.isNegative() || flushEvery.isZero() || flushAfter < 1) {
      throw new IllegalArgumentException(
          "The pair stage must flush after a time and a number of claims greater than 0, not "
              + flushEvery
              + " and "
              + flushAfter);
    }
  }

  public static PairStageSettings defaults() {
    return new PairStageSettings(Duration.ofMillis(200), 5_000, false);
  }

  public PairStageSettings withEveryDay(boolean every) {
    return new PairStageSettings(flushEvery, flushAfter, every);
  }
}
