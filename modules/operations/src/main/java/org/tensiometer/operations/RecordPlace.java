package org.tensiometer.operations;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Where a record stands: what is kept of it while it is not in hand.
 *
 * @param bytes of its key, value and headers
 */
public record RecordPlace(TopicPartition partition, long offset, int bytes) {

  /** Of a record as read. */
  public static RecordPlace of(ConsumerRecord<byte[], byte[]> record) {
    int bytes = length(record.key()) + length(record.value());
    for (Header header : record.headers()) {
      bytes += header.key().length() + length(header.value());
    }
    return new RecordPlace(
        new TopicPartition(record.topic(), record.partition()), record.offset(), bytes);
  }

  /** The same place, by a partition that others have too. */
  public RecordPlace in(TopicPartition same) {
    return new RecordPlace(same, offset, bytes);
  }

  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
