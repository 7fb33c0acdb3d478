package org.tensiometer.operations;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tensiometer.wire.topics.TopicContents;

/** Reads the bytes of what is committed in a topic, from anywhere to the end of the moment. */
public final class CommittedRecords {

  private static final Duration POLL = Duration.ofMillis(200);

  /** Records not wanted that are rather read than leapt over. */
  private static final long READ_OVER = 200;

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

  /**
   * As {@link #read}, of these partitions only, each from its offset.
   *
   * @return the offset behind the last one of each partition, to read on from
   */
  public Map<TopicPartition, Long> readFrom(
      Map<TopicPartition, Long> starts,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return TopicContents.readFrom(consumer, starts, to);
    }
  }

  /** As {@link #read}, of these partitions only, each up to this offset and without it. */
  public void readBefore(
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      TopicContents.readBefore(consumer, ends, to);
    }
  }

  /**
   * Hands on the records that stand at these places, those of one partition in their order.
   *
   * @throws RefusedOperationException if one does not stand there any more
   */
  public void readAt(
      Collection<RecordPlace> places,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    Map<TopicPartition, SortedSet<Long>> offsets = new HashMap<>();
    places.forEach(
        place ->
            offsets
                .computeIfAbsent(place.partition(), partition -> new TreeSet<>())
                .add(place.offset()));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      offsets.forEach((partition, wanted) -> readAt(consumer, partition, wanted, to));
    }
  }

  private static void readAt(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition partition,
      SortedSet<Long> offsets,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> to) {
    consumer.assign(List.of(partition));
    if (consumer.endOffsets(List.of(partition)).get(partition) <= offsets.last()) {
      throw gone(partition, offsets.last());
    }
    Iterator<Long> wanted = offsets.iterator();
    long next = wanted.next();
    consumer.seek(partition, next);
    while (true) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() > next) {
          throw gone(partition, next);
        }
        if (record.offset() == next) {
          to.accept(record);
          if (!wanted.hasNext()) {
            return;
          }
          next = wanted.next();
          if (next - record.offset() > READ_OVER) {
            consumer.seek(partition, next);
            break;
          }
        }
      }
      if (consumer.position(partition) > next) {
        throw gone(partition, next);
      }
    }
  }

  private static RefusedOperationException gone(TopicPartition partition, long offset) {
    return new RefusedOperationException(
        "the record at "
            + partition
            + '@'
            + offset
            + " was removed or moved meanwhile, as erase does; run the command again");
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
