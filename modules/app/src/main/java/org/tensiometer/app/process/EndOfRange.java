package org.tensiometer.app.process;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Hands a consumer no record at or behind an offset, so that a replay of a part ends where it
 * should while what reads stays the same. What was erased stands behind that end as a tombstone; so
 * nothing of an erased article is handed on either.
 */
public final class EndOfRange implements ConsumerInterceptor<byte[], byte[]> {

  private static final String END = "tensiometer.replay.end";

  private End end = new End(Map.of(), key -> false);

  /**
   * What a consumer hands on of some partitions.
   *
   * @param ends offset of each before which a record must be
   * @param erased whether a record of this key is of an erased article
   */
  private record End(Map<TopicPartition, Long> ends, Predicate<String> erased) {

    boolean isAfter(ConsumerRecord<byte[], byte[]> record) {
      Long offset = ends.get(new TopicPartition(record.topic(), record.partition()));
      return offset == null || record.offset() < offset && !isOfErased(record.key());
    }

    private boolean isOfErased(byte[] key) {
      return key != null && erased.test(new String(key, StandardCharsets.UTF_8));
    }
  }

  /** The settings of a consumer that ends there; of one that has no end, none. */
  static Map<String, Object> settings(Map<TopicPartition, Long> ends, Predicate<String> erased) {
    if (ends.isEmpty()) {
      return Map.of();
    }
    return Map.of(
        ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG,
        EndOfRange.class.getName(),
        END,
        new End(Map.copyOf(ends), erased));
  }

  @Override
  public void configure(Map<String, ?> settings) {
    end = (End) settings.get(END);
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> taken = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> some =
          records.records(partition).stream().filter(end::isAfter).toList();
      if (!some.isEmpty()) {
        taken.put(partition, some);
      }
    }
    return new ConsumerRecords<>(taken, records.nextOffsets());
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // Nobody is told.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
