package org.tensiometer.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.wire.generations.Fingerprint;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.RecordCopy;
import org.tensiometer.wire.topics.TopicContents;

/**
 * What has to be written for the last records of one topic to become those of another. Of the
 * records that are equal no more than a fingerprint is kept.
 */
final class Differences<V extends SpecificRecord> {

  /**
   * The last record of a key in the topic to start from.
   *
   * @param print what it says
   * @param removal what removes it
   */
  private record Standing(String print, ConsumerRecord<byte[], byte[]> removal) {}

  /** No fingerprint is this. */
  private static final String UNKNOWN = "unknown";

  private final ForwarderSettings<V> settings;
  private final Map<String, Standing> before = new LinkedHashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
  private HandoverChanges changes = new HandoverChanges(0, 0, 0);

  /**
   * @param settings the class of the values is that of the source
   */
  Differences(ForwarderSettings<V> settings) {
    this.settings = settings;
  }

  /**
   * Reads the topic to start from.
   *
   * @param isPublished whether what is published follows from this record; of a key that only has
   *     others it is not known what is published, since compaction may have removed that record,
   *     and it differs from whatever is gone to
   */
  void from(String topic, Predicate<ConsumerRecord<String, byte[]>> isPublished) {
    read(
        topic,
        (record, print) -> {
          Standing standing = new Standing(print, bytes(record, null));
          if (!isPublished.test(record)) {
            before.putIfAbsent(record.key(), new Standing(UNKNOWN, standing.removal()));
            return;
          }
          before.remove(record.key());
          if (record.value() != null) {
            before.put(record.key(), standing);
          }
        });
  }

  /** Whether the topic to start from has no record. */
  boolean isFromNothing() {
    return before.isEmpty();
  }

  /**
   * Reads the topic to go to.
   *
   * @return removals of what only the first topic has, then what differs, in the order of the topic
   */
  List<ConsumerRecord<byte[], byte[]>> to(String topic) {
    return to(topic, ConsumerRecord::value);
  }

  /** Reads the topic to go to, and keeps no value of it. */
  HandoverChanges count(String topic) {
    to(topic, record -> null);
    return changes;
  }

  private List<ConsumerRecord<byte[], byte[]>> to(
      String topic, Function<ConsumerRecord<String, byte[]>, byte[]> kept) {
    Map<String, Standing> gone = new LinkedHashMap<>(before);
    Map<String, ConsumerRecord<byte[], byte[]>> other = new LinkedHashMap<>();
    ends.clear();
    ends.putAll(
        read(
            topic,
            (record, print) -> {
              String key = record.key();
              Standing standing = before.get(key);
              other.remove(key);
              if (record.value() == null) {
                if (standing != null) {
                  gone.put(key, standing);
                }
                return;
              }
              gone.remove(key);
              if (standing == null || !standing.print().equals(print)) {
                other.put(key, bytes(record, kept.apply(record)));
              }
            }));
    int replaced = (int) other.keySet().stream().filter(this::isPublished).count();
    changes = new HandoverChanges(other.size() - replaced, replaced, gone.size());
    List<ConsumerRecord<byte[], byte[]>> differences = new ArrayList<>();
    gone.values().forEach(standing -> differences.add(standing.removal()));
    differences.addAll(other.values());
    return differences;
  }

  private boolean isPublished(String key) {
    return before.containsKey(key) && !before.get(key).print().equals(UNKNOWN);
  }

  /** How many {@link #to} has found. */
  HandoverChanges changes() {
    return changes;
  }

  /** Behind the last record of each partition of the topic that was gone to. */
  Map<TopicPartition, OffsetAndMetadata> ends() {
    return Map.copyOf(ends);
  }

  private interface Reader {
    void read(ConsumerRecord<String, byte[]> record, String print);
  }

  private Map<TopicPartition, OffsetAndMetadata> read(String topic, Reader reader) {
    Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    try (Consumer<String, byte[]> consumer =
            TopicContents.consumer(settings.clientConfig(), settings.name() + "-handover");
        Deserializer<V> values =
            new AvroSerdes(settings.clientConfig())
                .valueDeserializer(settings.source().valueType())) {
      TopicContents.read(
          consumer,
          topic,
          record -> reader.read(record, Fingerprint.of(values.deserialize(topic, record.value()))));
      consumer
          .assignment()
          .forEach(part -> reached.put(part, new OffsetAndMetadata(consumer.position(part))));
    }
    return reached;
  }

  private static ConsumerRecord<byte[], byte[]> bytes(
      ConsumerRecord<String, byte[]> record, byte[] value) {
    return RecordCopy.of(record, record.key().getBytes(StandardCharsets.UTF_8), value);
  }
}
