package org.tensiometer.topology.pair;

import java.util.Objects;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.tensiometer.contracts.PairClock;

/** Whether the pair stage has something that it was given and has not published yet. */
public final class PairBacklog {

  private PairBacklog() {}

  /**
   * Whether every partition has published all claims and ticks it has processed.
   *
   * @param streams the only process of its application
   * @param partitions number of partitions of the pair stage
   * @return false also while a partition is restored or moves
   */
  public static boolean isEmpty(KafkaStreams streams, int partitions) {
    try {
      for (int partition = 0; partition < partitions; partition++) {
        if (!isEmptyIn(streams, partition)) {
          return false;
        }
      }
      return true;
    } catch (InvalidStateStoreException e) {
      return false;
    }
  }

  private static boolean isEmptyIn(KafkaStreams streams, int partition) {
    ReadOnlyKeyValueStore<String, PairClock> clock = store(streams, PairStores.CLOCK, partition);
    if (!Objects.equals(clock.get(TickClock.RECEIVED), clock.get(TickClock.APPLIED))) {
      return false;
    }
    ReadOnlyKeyValueStore<String, byte[]> dirty = store(streams, PairStores.DIRTY, partition);
    try (KeyValueIterator<String, byte[]> days = dirty.all()) {
      return !days.hasNext();
    }
  }

  private static <V> ReadOnlyKeyValueStore<String, V> store(
      KafkaStreams streams, String name, int partition) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
            .withPartition(partition));
  }
}
