package org.tensiometer.view.state;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tensiometer.contracts.TensionIndicator;

/** The latest indicator and the days of every pair. For any thread. */
public final class Pairs {

  /** Three years and a bit: enough for any baseline, and a bound for a pair that never ends. */
  static final int MAX_DAYS = 1_100;

  private static final Comparator<TensionIndicator> BY_SCORE =
      Comparator.comparing(
              TensionIndicator::getScore, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(TensionIndicator::getLevel, Comparator.reverseOrder())
          .thenComparing(TensionIndicator::getPair);

  private final Map<String, TensionIndicator> latest = new HashMap<>();
  private final Map<String, NavigableMap<LocalDate, SeriesPoint>> days = new HashMap<>();
  private LevelScale scale = LevelScale.STANDARD;

  /**
   * A record of the latest indicators.
   *
   * @param indicator null when the pair has none any more
   */
  public synchronized void latest(String pair, TensionIndicator indicator) {
    if (indicator == null) {
      latest.remove(pair);
    } else {
      latest.put(pair, withoutWords(indicator));
    }
  }

  /** A record of the series: a day, or a newer revision of it. */
  public synchronized void day(TensionIndicator indicator) {
    scale = LevelScale.of(indicator, scale);
    NavigableMap<LocalDate, SeriesPoint> ofPair =
        days.computeIfAbsent(indicator.getPair(), pair -> new TreeMap<>());
    ofPair.put(indicator.getDay(), SeriesPoint.of(indicator, scale));
    if (ofPair.size() > MAX_DAYS) {
      ofPair.pollFirstEntry();
    }
  }

  /** A tombstone of the series: nothing is left of this day. */
  public synchronized void removeDay(String pair, LocalDate day) {
    NavigableMap<LocalDate, SeriesPoint> ofPair = days.get(pair);
    if (ofPair != null && ofPair.remove(day) != null && ofPair.isEmpty()) {
      days.remove(pair);
    }
  }

  /** Forgets all, before the topics are read anew. */
  public synchronized void clear() {
    latest.clear();
    days.clear();
  }

  /** Latest indicators, the highest score first; those without a score last, by level. */
  public synchronized List<TensionIndicator> byScore() {
    return latest.values().stream().sorted(BY_SCORE).toList();
  }

  public synchronized Optional<TensionIndicator> latest(String pair) {
    return Optional.ofNullable(latest.get(pair));
  }

  /** The last days of a pair, oldest first; days without a record are left out. */
  public synchronized List<SeriesPoint> lastDays(String pair, int most) {
    NavigableMap<LocalDate, SeriesPoint> ofPair = days.get(pair);
    if (ofPair == null || ofPair.isEmpty()) {
      return List.of();
    }
    LocalDate first = ofPair.lastKey().minusDays(most - 1L);
    return List.copyOf(ofPair.tailMap(first, true).values());
  }

  // The page shows the claims; a record's own copy of the words would be held beside them.
  private static TensionIndicator withoutWords(TensionIndicator indicator) {
    return TensionIndicator.newBuilder(indicator).setTopClusters(List.of()).build();
  }
}
