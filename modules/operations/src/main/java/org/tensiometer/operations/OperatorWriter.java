package org.tensiometer.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tensiometer.wire.topics.Topics;

/**
 * Writes groups of records, each wholly or not at all. Of two operators who do the same at the same
 * time the one that began later writes; what is read after this was created is therefore what
 * holds.
 */
public final class OperatorWriter implements AutoCloseable {

  private final String name;
  private final Producer<byte[], byte[]> producer;

  /** Ends what an operator before left open, and locks out one who is still at it. */
  public OperatorWriter(Map<String, ?> clientConfig, Topics topics) {
    this(clientConfig, transactionalId(topics));
  }

  /** One for all: what is redriven must not come behind the tombstone of what is erased. */
  public static String transactionalId(Topics topics) {
    return topics.prefix() + "-operations";
  }

  private OperatorWriter(Map<String, ?> clientConfig, String name) {
    this(name, producer(clientConfig, name));
  }

  /** Writes by this producer and closes it in the end. */
  OperatorWriter(String name, Producer<byte[], byte[]> producer) {
    this.name = name;
    this.producer = producer;
    try {
      producer.initTransactions();
    } catch (RuntimeException e) {
      producer.close();
      throw e;
    }
  }

  private static Producer<byte[], byte[]> producer(Map<String, ?> clientConfig, String name) {
    Map<String, Object> config = new HashMap<>(clientConfig);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, name);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_DEAD_LETTER_BYTES);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Writes the records in one transaction.
   *
   * @throws RefusedOperationException if another operator has begun to write
   * @throws KafkaException if they could not be written; then none of them is
   */
  public void write(List<ProducerRecord<byte[], byte[]>> records) {
    try {
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw new RefusedOperationException(
          "someone else has begun to write as an operator ("
              + name
              + "); look at what is left and try again");
    } catch (KafkaException e) {
      try {
        producer.abortTransaction();
      } catch (KafkaException | IllegalStateException unknown) {
        // A commit of unknown outcome: the broker finishes it, and the marks tell what was done.
        e.addSuppressed(unknown);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
