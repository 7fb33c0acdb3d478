package org.tensiometer.app.backtest;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tensiometer.contracts.TensionIndicator;

/** The score of every pair on every day of a calendar. */
final class DailyScores {

  private final LocalDate first;
  private final int days;
  private final NavigableMap<String, Pair> pairs = new TreeMap<>();

  private record Pair(double[] scores, boolean[] known) {}

  /** Takes what the scores are for. */
  @FunctionalInterface
  interface Taker {

    /**
     * @param score null for a day that has none yet
     */
    void take(String pair, LocalDate day, Double score);
  }

  /**
   * @param first first day of the calendar
   * @param last its last day, inclusive
   */
  DailyScores(LocalDate first, LocalDate last) {
    this.first = first;
    this.days = Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
  }

  /** Takes a record, in place of an earlier one of its pair and day; other days are left out. */
  void put(TensionIndicator indicator) {
    int at = Math.toIntExact(indicator.getDay().toEpochDay() - first.toEpochDay());
    if (at < 0 || at >= days) {
      return;
    }
    Pair pair =
        pairs.computeIfAbsent(
            indicator.getPair(), p -> new Pair(new double[days], new boolean[days]));
    pair.known[at] = true;
    pair.scores[at] = indicator.getScore() == null ? Double.NaN : indicator.getScore();
  }

  /** Number of pairs with at least one day. */
  int pairs() {
    return pairs.size();
  }

  int days() {
    return days;
  }

  /** Pairs and days of the calendar without a record. */
  long missing(int expectedPairs) {
    long missing = (long) (expectedPairs - pairs.size()) * days;
    for (Pair pair : pairs.values()) {
      for (boolean known : pair.known) {
        missing += known ? 0 : 1;
      }
    }
    return missing;
  }

  /** Hands on every day of every pair, pairs in alphabetical order, days in theirs. */
  void forEach(Taker taker) {
    pairs.forEach(
        (name, pair) -> {
          for (int i = 0; i < days; i++) {
            double score = pair.scores[i];
            boolean none = !pair.known[i] || Double.isNaN(score);
            taker.take(name, first.plusDays(i), none ? null : score);
          }
        });
  }
}
