package org.tensiometer.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;

/**
 * The clock of a backfill: its time is the latest publication of the whole input, published before
 * or now, so that a second run over the same input tells the same time.
 */
final class InputClock {

  private final Instant wall;
  private Instant time;
  private LocalDate feedStart;

  InputClock(Instant wall) {
    this.wall = wall;
  }

  /**
   * Takes note of an article of the input.
   *
   * @param published publication time; null if unknown
   */
  void sawPublication(Instant published) {
    if (published != null && (time == null || published.isAfter(time))) {
      time = published;
    }
  }

  /** Takes note of the first day of an article of the input. */
  void sawDay(LocalDate day) {
    if (feedStart == null || day.isBefore(feedStart)) {
      feedStart = day;
    }
  }

  /**
   * The last tick of the input, at the wall's time if no article of it tells when it was published;
   * empty without articles.
   */
  Optional<Tick> tick() {
    if (feedStart == null) {
      return Optional.empty();
    }
    return Optional.of(
        time == null
            ? new Tick(wall, ClockSource.WALL, feedStart)
            : new Tick(time, ClockSource.DATA, feedStart));
  }
}
