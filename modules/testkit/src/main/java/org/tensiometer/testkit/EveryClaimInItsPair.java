package org.tensiometer.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensiometer.contracts.TensionIndicator;

/**
 * The indicator of every pair and day rests on as many claims as its last seven days were given: a
 * sum over the ledger of what was sent, and no second computation of the indicator.
 *
 * <pre>
 * kept:   A-B day 1: 2 claims, A-B day 9: 3 claims    A-B#1 of 2 claims, A-B#9 of 3 claims
 * broken: A-B day 1: 2 claims                         A-B#1 of 3 claims      (counted twice)
 * broken: A-B day 1: 2 claims, A-B day 2: 1 claim     A-B#1 of 2 claims      (no A-B#2)
 * </pre>
 *
 * <p>Feed it the claims that must count in the end, and the last committed indicator of each key.
 */
public final class EveryClaimInItsPair implements Guarantee {

  private static final int WINDOW_DAYS = 7;

  private final Map<String, Map<LocalDate, Long>> given = new TreeMap<>();
  private final Map<String, Map<LocalDate, Long>> found = new HashMap<>();

  public void onCounting(String pair, LocalDate day) {
    given.computeIfAbsent(pair, p -> new TreeMap<>()).merge(day, 1L, Long::sum);
  }

  public void onIndicator(TensionIndicator indicator) {
    found
        .computeIfAbsent(indicator.getPair(), p -> new TreeMap<>())
        .put(indicator.getDay(), indicator.getClaims());
  }

  /** Number of pairs and days that were given something. */
  public int pairDays() {
    return given.values().stream().mapToInt(Map::size).sum();
  }

  @Override
  public List<String> breaches() {
    List<String> breaches = new ArrayList<>();
    given.forEach(
        (pair, days) ->
            days.keySet().stream()
                .filter(day -> !found.getOrDefault(pair, Map.of()).containsKey(day))
                .map(day -> pair + " has no indicator of " + day)
                .forEach(breaches::add));
    found.forEach(
        (pair, days) ->
            days.forEach(
                (day, claims) -> {
                  long expected = lastDays(given.getOrDefault(pair, Map.of()), day);
                  if (claims != expected) {
                    breaches.add(
                        pair + " of " + day + " rests on " + claims + " claims, not " + expected);
                  }
                }));
    return breaches;
  }

  private static long lastDays(Map<LocalDate, Long> days, LocalDate last) {
    long sum = 0;
    for (int back = 0; back < WINDOW_DAYS; back++) {
      sum += days.getOrDefault(last.minusDays(back), 0L);
    }
    return sum;
  }
}
