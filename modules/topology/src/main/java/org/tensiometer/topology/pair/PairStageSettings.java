package org.tensiometer.topology.pair;

import java.time.Duration;

/**
 * How the pair stage works. None of it changes the last record of a key but {@code everyDay}, which
 * decides which keys there are.
 *
 * @param flushEvery how long changes are gathered before they are published, wall clock
 * @param flushAfter number of claims after which they are published sooner
 * @param flushShare greatest share of the time that publishing may take: the more there is to say,
 *     the more is gathered before it is said; while the input is old, a long pause is made, so that
 *     a backlog is read and not told step by step; 1 for no pauses
 * @param publishFor how long publishing may last at a time, twice that if a tick makes it; what is
 *     left waits for the next. All of it is one transaction, which must not outlast its time limit
 * @param everyDay whether every day of the calendar gets an indicator, as backtests want it,
 *     instead of those around claims and alerts ({@code indicator.every.day})
 */
public record PairStageSettings(
    Duration flushEvery, int flushAfter, double flushShare, Duration publishFor, boolean everyDay) {

  /** Well below the minute that a transaction may take. */
  public static final Duration PUBLISH_FOR = Duration.ofSeconds(1);

  private static final Duration LONG = Duration.ofDays(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  // Older input waited before it came here: what is said of it is soon said again.
  private static final Duration BEHIND = Duration.ofSeconds(2);
  private static final Duration PAUSE_IN_A_BACKLOG = Duration.ofSeconds(10);

  public PairStageSettings {
    if (flushEvery.isNegative() || flushEvery.isZero() || flushAfter < 1) {
      throw new IllegalArgumentException(
          "The pair stage must flush after a time and a number of claims greater than 0, not "
              + flushEvery
              + " and "
              + flushAfter);
    }
    if (!(flushShare > 0 && flushShare <= 1)) {
      throw new IllegalArgumentException(
          "The share of time for publishing must be greater than 0 and at most 1, not "
              + flushShare);
    }
  }

  public static PairStageSettings defaults() {
    return new PairStageSettings(Duration.ofMillis(200), 50_000, 0.2, PUBLISH_FOR, false);
  }

  public PairStageSettings withEveryDay(boolean every) {
    return new PairStageSettings(flushEvery, flushAfter, flushShare, publishFor, every);
  }

  /**
   * Publishes all there is whenever it is time, however long it takes and took the last time and
   * however old the input: for runs without transactions.
   */
  public PairStageSettings withoutPauses() {
    return new PairStageSettings(flushEvery, flushAfter, 1, LONG, everyDay);
  }

  /**
   * How long nothing is published while claims keep coming.
   *
   * @param took how long publishing took the last time
   * @param behind age of the newest record read
   */
  Duration pause(Duration took, Duration behind) {
    if (flushShare == 1) {
      return Duration.ZERO;
    }
    if (behind.compareTo(BEHIND) > 0) {
      return PAUSE_IN_A_BACKLOG;
    }
    Duration pause = Duration.ofNanos((long) (took.toNanos() * (1 / flushShare - 1)));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
