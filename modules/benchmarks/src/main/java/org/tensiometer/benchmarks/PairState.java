package org.tensiometer.benchmarks;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
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
    Sizes sizes = new Sizes(serdes, new HashMap<>());
    for (String name : PairStores.OF_PAIRS) {
      ReadOnlyKeyValueStore<String, SpecificRecord> store =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  name, QueryableStoreTypes.<String, SpecificRecord>keyValueStore()));
      try (KeyValueIterator<String, SpecificRecord> all = store.range(pair, pair + '}')) {
        long sum = 0;
        while (all.hasNext()) {
          var entry = all.next();
          sum += entry.key.length() + sizes.of(name, entry.value);
        }
        bytes.put(name, sum);
      }
    }
    return bytes;
  }

  // A serializer of its own for each value would ask the registry each time.
  private record Sizes(AvroSerdes serdes, Map<Class<?>, Serializer<SpecificRecord>> known) {

    int of(String store, SpecificRecord value) {
      return known
          .computeIfAbsent(value.getClass(), this::serializer)
          .serialize(store, value)
          .length;
    }

    @SuppressWarnings("unchecked")
    private Serializer<SpecificRecord> serializer(Class<?> type) {
      return serdes.valueSerializer((Class<SpecificRecord>) type);
    }
  }
}
