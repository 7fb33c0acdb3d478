package org.tensiometer.view.feed;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.serde.PoisonRecordException;
import org.tensiometer.wire.topics.TopicDescriptor;

/** Decodes the records of one topic and hands them on, ignoring those that cannot be decoded. */
final class TopicFeed<V extends SpecificRecord> {

  /** What to do with a record. */
  @FunctionalInterface
  interface Taker<V> {
    /**
     * @param value null for a tombstone
     */
    void take(ConsumerRecord<String, byte[]> record, V value);
  }

  private static final Logger LOG = LoggerFactory.getLogger(TopicFeed.class);

  private final Deserializer<V> values;
  private final Taker<V> taker;

  TopicFeed(TopicDescriptor<V> topic, Map<String, ?> clientConfig, Taker<V> taker) {
    this.values = new AvroSerdes(clientConfig).valueDeserializer(topic.valueType());
    this.taker = taker;
  }

  /**
   * @throws org.apache.kafka.common.errors.RetriableException if the registry cannot be asked
   */
  void take(ConsumerRecord<String, byte[]> record) {
    decode(record).ifPresent(decoded -> taker.take(record, decoded.value()));
  }

  private Optional<Decoded<V>> decode(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.of(new Decoded<>(values.deserialize(record.topic(), record.value())));
    } catch (PoisonRecordException e) {
      LOG.warn(
          "The view leaves out {}-{}@{}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return Optional.empty();
    }
  }

  /** A value that may be null. */
  private record Decoded<V>(V value) {}
}
