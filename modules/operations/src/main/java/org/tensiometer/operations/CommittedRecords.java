package org.tensiometer.operations;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tensiometer.wire.topics.TopicContents;

/** Reads the bytes of what is committed in a topic, from anywhere to the end of the moment. */
public final class CommittedRecords {

  private final Map<String, Object> config;

  /**
   * @param clientConfig by Kafka's names, at least {@code bootstrap.servers}
   */
  public CommittedRecords(Map<String, ?> clientConfig, String clientId) {
    config = TopicContents.consumerConfig(clientConfig, clientId);
  }

  /**
   * Hands on every committed record of the topic, those of one partition in their order.
   *
   * @return the offset behind the last one of each partition
   */
  public Map<TopicPartition, Long> read(
      String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return TopicContents.read(consumer, topic, to);
    }
  }

  /** As {@link #read}, of these partitions only, each from its offset. */
  public void readFrom(
      Map<TopicPartition, Long> starts,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      TopicContents.readFrom(consumer, starts, to);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
