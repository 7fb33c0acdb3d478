package org.tensiometer.wire;

import java.util.Collection;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What a {@link TransactionalForwarder} makes of a record. Called by one thread.
 *
 * @param <V> class of the values read
 */
@FunctionalInterface
public interface RecordMapper<V extends SpecificRecord> {

  /**
   * The records to be written in place of this one, none or many. A value is a record of the
   * contracts, which is written in the Confluent wire format, or bytes, which are written as they
   * are. A record whose transaction was aborted comes again.
   *
   * @param record value null is a tombstone
   * @throws org.apache.kafka.common.errors.RetriableException to have the batch tried again
   * @throws RuntimeException any other makes this record a dead letter, with the exception's
   *     message
   */
  List<ProducerRecord<String, Object>> map(ConsumerRecord<String, V> record);

  /**
   * Partitions were given to this process, or whether its last batch was written is known to the
   * broker only; records follow from the committed offset. What was returned since the last call of
   * {@link #committed} may stand or not.
   */
  default void assigned(Collection<TopicPartition> partitions) {}

  /** Partitions were taken from this process. */
  default void revoked(Collection<TopicPartition> partitions) {}

  /** What was returned since the last call is written for good. */
  default void committed() {}

  /** What was returned since the last commit was not written; its records come again. */
  default void aborted() {}
}
