package org.tensiometer.wire.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed in a topic, once, from the beginning to the end of the moment. */
public final class TopicContents {

  private static final Duration POLL = Duration.ofMillis(200);

  /**
   * How long a broker may keep a question at the end of a topic. A consumer asks on while its last
   * records are handled, and its closing waits for the answer: half a second by Kafka's default.
   */
  private static final int LONGEST_QUESTION_MS = 20;

  private TopicContents() {}

  /** A consumer without a group, for {@link #read}. */
  public static Consumer<String, byte[]> consumer(Map<String, ?> clientConfig, String clientId) {
    return consumer(consumerConfig(clientConfig, clientId));
  }

  /** A consumer without a group for who goes on reading, at a topic's end too. */
  public static Consumer<String, byte[]> follower(Map<String, ?> clientConfig, String clientId) {
    return consumer(withoutGroup(clientConfig, clientId));
  }

  private static Consumer<String, byte[]> consumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Settings of a consumer without a group, whatever its keys are, for {@link #read}. */
  public static Map<String, Object> consumerConfig(Map<String, ?> clientConfig, String clientId) {
    Map<String, Object> config = withoutGroup(clientConfig, clientId);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, LONGEST_QUESTION_MS);
    return config;
  }

  private static Map<String, Object> withoutGroup(Map<String, ?> clientConfig, String clientId) {
    Map<String, Object> config = ConsumerSettings.of(clientConfig);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // Brokers that create what is asked for would make a topic of every mistyped name.
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return config;
  }

  /**
   * Hands on every committed record of the topic, those of one partition in their order; none if
   * there is no such topic. An open transaction and what follows it is not in it.
   *
   * @param consumer read_committed, without subscription
   * @return the offset behind the last one of each partition
   */
  public static <K> Map<TopicPartition, Long> read(
      Consumer<K, byte[]> consumer,
      String topic,
      java.util.function.Consumer<ConsumerRecord<K, byte[]>> to) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream().map(TopicContents::partition).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    drain(consumer, ends, to);
    return ends;
  }

  /**
   * As {@link #read}, of these partitions only, each from its offset.
   *
   * @return the offset behind the last one of each partition, to read on from
   */
  public static <K> Map<TopicPartition, Long> readFrom(
      Consumer<K, byte[]> consumer,
      Map<TopicPartition, Long> starts,
      java.util.function.Consumer<ConsumerRecord<K, byte[]>> to) {
    consumer.assign(starts.keySet());
    starts.forEach(consumer::seek);
    Map<TopicPartition, Long> ends = consumer.endOffsets(starts.keySet());
    drain(consumer, ends, to);
    return ends;
  }

  /** As {@link #read}, of these partitions only, each up to this offset and without it. */
  public static <K> void readBefore(
      Consumer<K, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<ConsumerRecord<K, byte[]>> to) {
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    drain(
        consumer,
        ends,
        record -> {
          if (record.offset() < ends.get(partition(record))) {
            to.accept(record);
          }
        });
  }

  private static <K> void drain(
      Consumer<K, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<ConsumerRecord<K, byte[]>> to) {
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(to);
    }
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
