package org.tensiometer.tension.index;

import java.time.Instant;
import java.time.LocalDate;
import org.tensiometer.contracts.DayState;
import org.tensiometer.tension.config.Thresholds;

/**
 * What the ticks say of time, as far as days go (F12). All days are days since 1970-01-01, UTC.
 *
 * @param feedStart earliest first day of the feed that a tick named
 * @param today day of the latest tick
 * @param lastClosed last day whose end lies at least the closing hours before the latest tick
 * @param lastFinal last day that no late claim can change
 */
public record FeedClock(int feedStart, int today, int lastClosed, int lastFinal) {

  /** Before the first tick: every day is open, and the feed begins with the pair's first claim. */
  public static final FeedClock UNKNOWN =
      new FeedClock(Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

  private static final long HOUR_MILLIS = 3_600_000;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  /**
   * @param time latest tick
   * @param feedStart earliest first day of the feed
   */
  public static FeedClock of(Instant time, LocalDate feedStart, Thresholds thresholds) {
    long now = time.toEpochMilli();
    int lastClosed =
        Math.toIntExact(Math.floorDiv(now - thresholds.closeHours() * HOUR_MILLIS, DAY_MILLIS) - 1);
    return new FeedClock(
        Math.toIntExact(feedStart.toEpochDay()),
        Math.toIntExact(Math.floorDiv(now, DAY_MILLIS)),
        lastClosed,
        lastClosed - thresholds.finalDays());
  }

  public DayState state(int day) {
    if (day > lastClosed) {
      return DayState.OPEN;
    }
    return day > lastFinal ? DayState.CLOSED : DayState.FINAL;
  }
}
