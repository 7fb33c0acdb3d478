package org.tensiometer.topology.pair;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tensiometer.contracts.PairDayTotals;

/** The series of days of every pair, those used last also in memory. */
final class PairSeriesStore {

  private static final int PAIRS_IN_MEMORY = 500;

  private final KeyValueStore<String, PairDayTotals> store;
  private final Map<String, NavigableMap<Integer, PairDayTotals>> recent =
      new RecentlyUsed<>(PAIRS_IN_MEMORY);
  private Set<String> pairs;

  PairSeriesStore(ProcessorContext<?, ?> context) {
    this.store = context.getStateStore(PairStores.SERIES);
  }

  /** Days of a pair with claims, ordered; valid until the next change. */
  NavigableMap<Integer, PairDayTotals> of(String pair) {
    return recent.computeIfAbsent(pair, this::read);
  }

  /** Whether a day has claims as of the last time it was computed. */
  boolean contains(String pair, String dayKey) {
    NavigableMap<Integer, PairDayTotals> days = recent.get(pair);
    return days == null ? store.get(dayKey) != null : days.containsKey(PairKeys.dayOf(dayKey));
  }

  void put(String pair, int day, PairDayTotals totals) {
    store.put(PairKeys.day(pair, day), totals);
    of(pair).put(day, totals);
    pairs().add(pair);
  }

  void remove(String pair, int day) {
    store.delete(PairKeys.day(pair, day));
    of(pair).remove(day);
  }

  /** All pairs that have, or had since the start, a day with claims. */
  Set<String> pairs() {
    if (pairs == null) {
      pairs = new TreeSet<>();
      try (KeyValueIterator<String, PairDayTotals> all = store.all()) {
        all.forEachRemaining(entry -> pairs.add(PairKeys.pairOf(entry.key)));
      }
    }
    return pairs;
  }

  private NavigableMap<Integer, PairDayTotals> read(String pair) {
    NavigableMap<Integer, PairDayTotals> days = new TreeMap<>();
    try (KeyValueIterator<String, PairDayTotals> range =
        store.range(PairKeys.firstBelow(pair), PairKeys.afterAllBelow(pair))) {
      range.forEachRemaining(entry -> days.put(PairKeys.dayOf(entry.key), entry.value));
    }
    return days;
  }
}
