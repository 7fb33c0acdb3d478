package org.tensiometer.topology.pair;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensiometer.contracts.PairClock;

/** Of the marks that stood at one moment, those that have not been taken away since. */
final class BacklogMarks {

  private final Set<String> days = new HashSet<>();
  private final Map<Integer, PairClock> times = new HashMap<>();

  /**
   * The mark of a day of a pair is set or taken away.
   *
   * @param counts whether that was before the moment
   */
  void day(String dayKey, boolean set, boolean counts) {
    if (!set) {
      days.remove(dayKey);
    } else if (counts) {
      days.add(dayKey);
    }
  }

  /**
   * A partition has received a time, or has published what follows from it.
   *
   * @param which {@link TickClock#RECEIVED} or {@link TickClock#APPLIED}
   */
  void time(int partition, String which, PairClock time, boolean counts) {
    if (which.equals(TickClock.APPLIED)) {
      times.computeIfPresent(partition, (p, asked) -> covers(time, asked) ? null : asked);
    } else if (counts) {
      times.put(partition, time);
    }
  }

  /** A clock goes forwards, and its feed begins ever earlier. */
  private static boolean covers(PairClock applied, PairClock asked) {
    return !applied.getTime().isBefore(asked.getTime())
        && !applied.getFeedStart().isAfter(asked.getFeedStart());
  }

  int left() {
    return days.size() + times.size();
  }
}
