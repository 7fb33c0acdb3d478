package org.tensiometer.app.report;

import java.time.Duration;
import java.util.Locale;

/**
 * What a run took.
 *
 * @param articles that were read
 * @param time from the first article read to the last result published
 * @param peakBytes most memory that the process held
 */
public record RunCost(int articles, Duration time, long peakBytes) {

  private static final double MEBIBYTE = 1024.0 * 1024;

  /** Articles per second. */
  double rate() {
    return articles / Math.max(seconds(), 0.001);
  }

  double seconds() {
    return time.toMillis() / 1000.0;
  }

  /** In one sentence, with units. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%,d articles in %,.1f s, from reading to the last result: %,.1f articles/s; peak memory"
            + " %,.0f MiB.",
        articles,
        seconds(),
        rate(),
        peakBytes / MEBIBYTE);
  }
}
