package org.tensiometer.topology.pair;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensiometer.contracts.PairContribution;

/**
 * The claims of whole days in memory, by day and claim key; the least recently used days leave when
 * there are too many claims. For one thread.
 */
final class RecentDays {

  private static final int INITIAL = 16;
  private static final float LOAD = 0.75f;

  private final int most;
  private final LinkedHashMap<String, Map<String, PairContribution>> days =
      new LinkedHashMap<>(INITIAL, LOAD, true);
  private int claims;

  /**
   * @param most claims kept; the day used last stays, however many it has
   */
  RecentDays(int most) {
    this.most = most;
  }

  /** All claims of a day, null if they are not in memory. */
  Map<String, PairContribution> get(String day) {
    return days.get(day);
  }

  void put(String day, Map<String, PairContribution> all) {
    forget(day);
    days.put(day, all);
    claims += all.size();
    Iterator<Map<String, PairContribution>> eldest = days.values().iterator();
    while (claims > most && days.size() > 1) {
      claims -= eldest.next().size();
      eldest.remove();
    }
  }

  private void forget(String day) {
    Map<String, PairContribution> before = days.remove(day);
    claims -= before == null ? 0 : before.size();
  }

  /** Adds a claim to a day that is in memory. */
  void put(String day, String key, PairContribution claim) {
    Map<String, PairContribution> all = days.get(day);
    if (all != null && all.put(key, claim) == null) {
      claims++;
    }
  }

  /** Takes a claim from a day that is in memory. */
  void remove(String day, String key) {
    Map<String, PairContribution> all = days.get(day);
    if (all != null && all.remove(key) != null) {
      claims--;
    }
  }
}
