package org.tensiometer.topology.pair;

import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The days whose claims have changed since they were published, in a store and, for a look at every
 * claim, in memory.
 */
final class ChangedDays {

  private static final byte[] MARK = {1};

  private final KeyValueStore<String, byte[]> store;
  private final Set<String> marked = new HashSet<>();

  ChangedDays(ProcessorContext<?, ?> context) {
    this.store = context.getStateStore(PairStores.DIRTY);
    try (KeyValueIterator<String, byte[]> marks = store.all()) {
      marks.forEachRemaining(mark -> marked.add(mark.key));
    }
  }

  boolean contains(String dayKey) {
    return marked.contains(dayKey);
  }

  void add(String dayKey) {
    if (marked.add(dayKey)) {
      store.put(dayKey, MARK);
    }
  }

  void remove(String dayKey) {
    if (marked.remove(dayKey)) {
      store.delete(dayKey);
    }
  }

  /** All of them, by pair. */
  NavigableMap<String, SortedSet<Integer>> byPair() {
    NavigableMap<String, SortedSet<Integer>> days = new TreeMap<>();
    for (String mark : marked) {
      days.computeIfAbsent(PairKeys.pairOf(mark), p -> new TreeSet<>()).add(PairKeys.dayOf(mark));
    }
    return days;
  }
}
