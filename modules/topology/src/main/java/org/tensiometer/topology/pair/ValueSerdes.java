package org.tensiometer.topology.pair;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Where the serdes of Avro values come from, for instance {@code avroSerdes::value}. */
@FunctionalInterface
public interface ValueSerdes {

  <T extends SpecificRecord> Serde<T> value(Class<T> type);
}
