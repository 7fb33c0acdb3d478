package org.tensiometer.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Durations by rank.
 *
 * @param sorted milliseconds, the smallest first
 */
record Percentiles(long[] sorted) {

  /** From each cause to what followed from it; what followed from nothing is left out. */
  static <V> Percentiles between(
      Map<String, Instant> causes, Map<String, V> effects, Function<V, Instant> time) {
    return new Percentiles(
        causes.entrySet().stream()
            .filter(cause -> effects.containsKey(cause.getKey()))
            .mapToLong(
                cause ->
                    Duration.between(cause.getValue(), time.apply(effects.get(cause.getKey())))
                        .toMillis())
            .sorted()
            .toArray());
  }

  /**
   * The smallest duration that this part of all does not exceed.
   *
   * @param part 0 to 1
   * @return -1 if there is none
   */
  long of(double part) {
    int rank = (int) Math.ceil(part * sorted.length);
    return sorted.length == 0 ? -1 : sorted[Math.max(0, rank - 1)];
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
