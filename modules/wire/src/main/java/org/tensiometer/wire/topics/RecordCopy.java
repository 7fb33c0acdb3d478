package org.tensiometer.wire.topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as they were read, with another key and value in them, such as the decoded ones. */
public final class RecordCopy {

  private RecordCopy() {}

  /**
   * The record with this key and value, its place, time, headers and sizes those that were read.
   */
  public static <K, V> ConsumerRecord<K, V> of(ConsumerRecord<?, ?> record, K key, V value) {
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.timestampType(),
        record.serializedKeySize(),
        value == null ? ConsumerRecord.NULL_SIZE : record.serializedValueSize(),
        key,
        value,
        record.headers(),
        record.leaderEpoch());
  }
}
