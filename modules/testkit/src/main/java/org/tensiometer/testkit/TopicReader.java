package org.tensiometer.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tensiometer.wire.topics.RecordCopy;

/**
 * Reads topics from their start to the end they have at the call, committed records only.
 *
 * <p>A transaction that is open at the call is waited for: the markers that make it visible are
 * written after its producer was told that it is committed.
 */
public final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(100);

  private final String bootstrapServers;

  public TopicReader(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * All committed records, each partition in its order, tombstones included.
   *
   * @param valueDeserializer configured by the caller, and left open
   */
  public <V> List<ConsumerRecord<String, V>> records(
      String topic, Deserializer<V> valueDeserializer) {
    List<ConsumerRecord<String, V>> records = new ArrayList<>();
    forEach(topic, valueDeserializer, records::add);
    return records;
  }

  /** As {@link #records}, one after the other, for topics that are larger than the memory. */
  public <V> void forEach(
      String topic,
      Deserializer<V> valueDeserializer,
      Consumer<? super ConsumerRecord<String, V>> action) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = endOffsets(partitions);
      Await.until(
          topic + " to be read to " + ends + " (or its last transaction to end)",
          () -> {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
              if (record.offset() < ends.get(new TopicPartition(topic, record.partition()))) {
                action.accept(withValue(record, valueDeserializer));
              }
            }
            return positions(consumer, partitions);
          },
          positions -> partitions.stream().allMatch(p -> positions.get(p) >= ends.get(p)));
    }
  }

  /** The last committed value per key; a key whose last record is a tombstone is not there. */
  public <V> SortedMap<String, V> lastRecords(String topic, Deserializer<V> valueDeserializer) {
    SortedMap<String, V> last = new TreeMap<>();
    forEach(
        topic,
        valueDeserializer,
        record -> {
          if (record.value() == null) {
            last.remove(record.key());
          } else {
            last.put(record.key(), record.value());
          }
        });
    return last;
  }

  /** Number of committed records per topic. */
  public Map<String, Integer> counts(String... topics) {
    return List.of(topics).stream()
        .collect(Collectors.toMap(t -> t, t -> records(t, (name, bytes) -> bytes).size()));
  }

  private static Map<TopicPartition, Long> positions(
      KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
    return partitions.stream().collect(Collectors.toMap(p -> p, consumer::position));
  }

  // Of all records; a reader of committed ones would be told an end before the open transactions.
  private Map<TopicPartition, Long> endOffsets(List<TopicPartition> partitions) {
    try (Admin admin =
        Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      ListOffsetsResult latest =
          admin.listOffsets(
              partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
      Map<TopicPartition, Long> ends = new HashMap<>();
      latest
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join()
          .forEach((partition, info) -> ends.put(partition, info.offset()));
      return ends;
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Closing waits for what was asked at the end of a topic.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    return new KafkaConsumer<>(config, new StringDeserializer(), (topic, bytes) -> bytes);
  }

  private static <V> ConsumerRecord<String, V> withValue(
      ConsumerRecord<String, byte[]> record, Deserializer<V> deserializer) {
    V value =
        record.value() == null
            ? null
            : deserializer.deserialize(record.topic(), record.headers(), record.value());
    return RecordCopy.of(record, record.key(), value);
  }
}
