package org.tensiometer.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the bytes of what is committed in a topic, from anywhere to the end of the moment. */
public final class CommittedRecords {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> config;

  /**
   * @param clientConfig by Kafka's names, at least {@code bootstrap.servers}
   */
  public CommittedRecords(Map<String, ?> clientConfig, String clientId) {
    config = new HashMap<>(clientConfig);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
  }

  /**
   * Hands on every committed record of the topic, those of one partition in their order.
   *
   * @return the offset behind the last one of each partition
   */
  public Map<TopicPartition, Long> read(
      String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      drain(consumer, ends, to);
      return ends;
    }
  }

  /** As {@link #read}, of these partitions only, each from its offset. */
  public void readFrom(
      Map<TopicPartition, Long> starts,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(starts.keySet());
      starts.forEach(consumer::seek);
      drain(consumer, consumer.endOffsets(starts.keySet()), to);
    }
  }

  private static void drain(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(to);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
