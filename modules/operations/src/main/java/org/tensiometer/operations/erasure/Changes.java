package org.tensiometer.operations.erasure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.OperatorWriter;
import org.tensiometer.wire.topics.Topics;

/** What an erasure does, step by step; it may end after any. */
interface Changes {

  /** Writes the records in one transaction. */
  void write(List<ProducerRecord<byte[], byte[]>> records);

  /** Removes what stands before the offset in each partition. */
  void deleteBefore(Map<TopicPartition, Long> ends);

  /** Those of an operator, of whom one at a time writes. */
  final class OfOperator implements Changes, AutoCloseable {

    private final Map<String, ?> clientConfig;
    private final OperatorWriter writer;

    OfOperator(Map<String, ?> clientConfig, Topics topics) {
      this.clientConfig = clientConfig;
      writer = new OperatorWriter(clientConfig, topics);
    }

    @Override
    public void write(List<ProducerRecord<byte[], byte[]>> records) {
      writer.write(records);
    }

    @Override
    public void deleteBefore(Map<TopicPartition, Long> ends) {
      Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
      ends.forEach((partition, end) -> before.put(partition, RecordsToDelete.beforeOffset(end)));
      try (Brokers brokers = new Brokers(clientConfig)) {
        Brokers.await(
            brokers.admin().deleteRecords(before).all(), "delete dead letters of the article");
      }
    }

    @Override
    public void close() {
      writer.close();
    }
  }
}
