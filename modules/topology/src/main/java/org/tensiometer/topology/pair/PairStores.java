package org.tensiometer.topology.pair;

import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tensiometer.contracts.PairAlerts;
import org.tensiometer.contracts.PairClock;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.PairDay;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.contracts.PublishedRecord;

/** Names and builders of the state stores of the pair stage. */
public final class PairStores {

  /** Numbers and words of every claim; key: pair | day | act family | claim id. */
  public static final String CONTRIBUTIONS = "pair-contributions";

  /** Everything of one day; key: pair | day. */
  public static final String DAYS = "pair-days";

  /** The little of a day that later days need; key: pair | day. */
  public static final String SERIES = "pair-series";

  /** What was published for a day; key: pair | day. */
  public static final String RECORDS = "pair-records";

  /** Days with claims that are not published yet; key: pair | day. */
  public static final String DIRTY = "pair-dirty";

  /** Alerts published; key: pair. */
  public static final String ALERTS = "pair-alerts";

  /** Time as the ticks tell it; key: received, applied. */
  public static final String CLOCK = "pair-clock";

  /** Stores whose keys begin with the pair, all but the marks. */
  public static final List<String> OF_PAIRS = List.of(CONTRIBUTIONS, DAYS, SERIES, RECORDS, ALERTS);

  private PairStores() {}

  static Set<StoreBuilder<?>> builders(ValueSerdes serdes) {
    return Set.of(
        onDisk(CONTRIBUTIONS, serdes, PairContribution.class),
        onDisk(DAYS, serdes, PairDay.class),
        onDisk(SERIES, serdes, PairDayTotals.class),
        onDisk(RECORDS, serdes, PublishedRecord.class),
        inMemory(DIRTY, Serdes.ByteArray()),
        inMemory(ALERTS, serdes.value(PairAlerts.class)),
        inMemory(CLOCK, serdes.value(PairClock.class)));
  }

  private static <V extends SpecificRecord> StoreBuilder<?> onDisk(
      String name, ValueSerdes serdes, Class<V> type) {
    return store(Stores.persistentKeyValueStore(name), serdes.value(type));
  }

  // Small ones: RocksDB would hold more memory for its buffers than they do for their content.
  private static <V> StoreBuilder<?> inMemory(String name, Serde<V> value) {
    return store(Stores.inMemoryKeyValueStore(name), value);
  }

  private static <V> StoreBuilder<?> store(KeyValueBytesStoreSupplier supplier, Serde<V> value) {
    return Stores.keyValueStoreBuilder(supplier, Serdes.String(), value);
  }
}
