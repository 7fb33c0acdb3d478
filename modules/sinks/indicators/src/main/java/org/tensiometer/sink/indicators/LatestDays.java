package org.tensiometer.sink.indicators;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest day of each pair that stands in the topic of latest indicators. What is written but
 * not committed is kept apart, so that an aborted batch leaves no trace.
 */
final class LatestDays {

  private final Map<String, LocalDate> committed = new HashMap<>();
  private final Map<String, Optional<LocalDate>> pending = new HashMap<>();

  /** The newest day of a pair; null if there is none. */
  LocalDate of(String pair) {
    Optional<LocalDate> written = pending.get(pair);
    return written == null ? committed.get(pair) : written.orElse(null);
  }

  /**
   * Takes note of what is written.
   *
   * @param day null for a tombstone
   */
  void written(String pair, LocalDate day) {
    pending.put(pair, Optional.ofNullable(day));
  }

  void commit() {
    pending.forEach(
        (pair, day) ->
            day.ifPresentOrElse(
                written -> committed.put(pair, written), () -> committed.remove(pair)));
    pending.clear();
  }

  void abort() {
    pending.clear();
  }
}
