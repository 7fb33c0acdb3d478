package org.tensiometer.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.tensiometer.topology.pair.PairStores;
import org.tensiometer.wire.serde.AvroSerdes;

/** Bytes that one pair has in the stores of the pair stage, keys and values, not compressed. */
final class PairState {

  private PairState() {}

  /** Bytes by store. */
  static Map<String, Long> bytes(KafkaStreams streams, AvroSerdes serdes, String pair) {
    Map<String, Long> bytes = new LinkedHashMap<>();
    for (String name : PairStores.OF_PAIRS) {
      ReadOnlyKeyValueStore<String, SpecificRecord> store =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  name, QueryableStoreTypes.<String, SpecificRecord>keyValueStore()));
      try (KeyValueIterator<String, SpecificRecord> all = store.range(pair, pair + '}')) {
        long sum = 0;
        while (all.hasNext()) {
          var entry = all.next();
          sum += entry.key.length() + size(serdes, name, entry.value);
        }
        bytes.put(name, sum);
      }
    }
    return bytes;
  }

  private static <T extends SpecificRecord> int size(AvroSerdes serdes, String name, T value) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) value.getClass();
    return serdes.valueSerializer(type).serialize(name, value).length;
  }
}
