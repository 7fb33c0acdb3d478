package org.tensiometer.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which publication times are believed; the topology refuses claims dated otherwise. */
final class CredibleTimes {

  /** Clocks differ, time zones too. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private CredibleTimes() {}

  /**
   * What is wrong with a time, and what would be right; empty if nothing is.
   *
   * @param published null if unknown
   */
  static Optional<String> fault(Instant published, Instant now) {
    if (published == null) {
      return Optional.empty();
    }
    if (published.isAfter(now.plus(AHEAD))) {
      return Optional.of(
          "is dated " + published + ", which is yet to come; right would be a day up to today");
    }
    if (published.toEpochMilli() <= 0) {
      return Optional.of(
          "is dated "
              + published
              + "; right would be a day after 1970-01-01, where time starts here");
    }
    return Optional.empty();
  }
}
