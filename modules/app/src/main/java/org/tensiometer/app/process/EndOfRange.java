package org.tensiometer.app.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Hands a topology no record at or behind an offset, so that a replay of a part ends where it
 * should while the topology stays the same.
 */
public final class EndOfRange implements ConsumerInterceptor<byte[], byte[]> {

  private static final String ENDS = "tensiometer.replay.ends";

  private final Map<TopicPartition, Long> ends = new HashMap<>();

  /** The settings of a topology that ends there. */
  static Map<String, Object> settings(Map<TopicPartition, Long> ends) {
    if (ends.isEmpty()) {
      return Map.of();
    }
    return Map.of(
        StreamsConfig.mainConsumerPrefix("interceptor.classes"),
        EndOfRange.class.getName(),
        StreamsConfig.mainConsumerPrefix(ENDS),
        ends.entrySet().stream()
            .map(
                end -> end.getKey().topic() + ' ' + end.getKey().partition() + ' ' + end.getValue())
            .collect(Collectors.joining(";")));
  }

  @Override
  public void configure(Map<String, ?> settings) {
    for (String end : settings.get(ENDS).toString().split(";")) {
      String[] parts = end.split(" ");
      ends.put(new TopicPartition(parts[0], Integer.parseInt(parts[1])), Long.parseLong(parts[2]));
    }
  }

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> taken = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      long end = ends.getOrDefault(partition, Long.MAX_VALUE);
      List<ConsumerRecord<byte[], byte[]>> some =
          records.records(partition).stream().filter(record -> record.offset() < end).toList();
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
