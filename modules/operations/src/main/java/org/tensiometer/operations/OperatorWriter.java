package org.tensiometer.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.topics.Topics;

/**
 * Writes groups of records, each wholly or not at all. Of two operators who do the same at the same
 * time the one that began later writes; what is read after this was created is therefore what
 * holds.
 */
public final class OperatorWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorWriter.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long POLL_MILLIS = 20;

  private final String name;
  private final Producer<byte[], byte[]> producer;
  private final Optional<Brokers> brokers;

  /** Ends what an operator before left open, and locks out one who is still at it. */
  public OperatorWriter(Map<String, ?> clientConfig, Topics topics) {
    this(clientConfig, transactionalId(topics));
  }

  /** One for all: what is redriven must not come behind the tombstone of what is erased. */
  public static String transactionalId(Topics topics) {
    return topics.prefix() + "-operations";
  }

  private OperatorWriter(Map<String, ?> clientConfig, String name) {
    this(name, producer(clientConfig, name), Optional.of(new Brokers(clientConfig)));
  }

  /** Writes by this producer and closes it in the end. */
  OperatorWriter(String name, Producer<byte[], byte[]> producer) {
    this(name, producer, Optional.empty());
  }

  private OperatorWriter(
      String name, Producer<byte[], byte[]> producer, Optional<Brokers> brokers) {
    this.name = name;
    this.producer = producer;
    this.brokers = brokers;
    try {
      producer.initTransactions();
    } catch (RuntimeException e) {
      close();
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
   * Writes the records in one transaction and returns when readers see them.
   *
   * @throws RefusedOperationException if another operator has begun to write
   * @throws KafkaException if they could not be written; then none of them is
   */
  public void write(List<ProducerRecord<byte[], byte[]>> records) {
    try {
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
      brokers.ifPresent(this::awaitMarkers);
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

  /**
   * A broker marks the end of a transaction a little after it has confirmed it; who reads until
   * then, as the next command of this operator may, would not see what was done.
   */
  private void awaitMarkers(Brokers asked) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (stateOf(asked) == TransactionState.PREPARE_COMMIT
          && System.nanoTime() - deadline < 0) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (KafkaException e) {
      LOG.debug("Whether the transaction of {} is marked cannot be told", name, e);
    }
  }

  private TransactionState stateOf(Brokers asked) {
    return Brokers.await(
            asked.admin().describeTransactions(List.of(name)).description(name),
            "look at the transaction of " + name)
        .state();
  }

  @Override
  public void close() {
    producer.close();
    brokers.ifPresent(Brokers::close);
  }
}
