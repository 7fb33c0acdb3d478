package org.tensiometer.ingest;

import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups of records, each wholly or not at all. A passing fault of the brokers is waited
 * out; one that cannot pass ends the writer.
 */
final class TransactionalWriter {

  private static final Logger LOG = LoggerFactory.getLogger(TransactionalWriter.class);
  private static final long PAUSE_MILLIS = 500;

  private final Producer<String, byte[]> producer;
  private final String takenOver;

  private TransactionalWriter(Producer<String, byte[]> producer, String takenOver) {
    this.producer = producer;
    this.takenOver = takenOver;
    while (true) {
      try {
        producer.initTransactions();
        return;
      } catch (TimeoutException e) {
        LOG.warn("The brokers give no transaction yet, trying again: {}", e.getMessage());
      }
    }
  }

  /**
   * That of an ingest.
   *
   * @param producer transactional; its transactions are initialised here, which ends what a dead
   *     process of the same id left open
   * @param name of the ingest, for messages
   */
  static TransactionalWriter ofIngest(Producer<String, byte[]> producer, String name) {
    return new TransactionalWriter(
        producer,
        "another ingest named \""
            + name
            + "\" has started and took over; give two that run at once different names (--name)");
  }

  /** That of the one clock; the producer as with {@link #ofIngest}. */
  static TransactionalWriter ofClock(Producer<String, byte[]> producer) {
    return new TransactionalWriter(
        producer, "another clock has started and took over; one is enough");
  }

  /**
   * Writes the records in one transaction.
   *
   * @throws RecordTooLargeException if the brokers take no record of that size; nothing is written
   * @throws IngestStoppedException if this writer may write no more
   */
  void write(List<ProducerRecord<String, byte[]>> records) {
    while (!attempt(records)) {
      pause();
    }
  }

  private boolean attempt(List<ProducerRecord<String, byte[]>> records) {
    try {
      producer.beginTransaction();
      records.forEach(producer::send);
      commit();
      return true;
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw new IngestStoppedException(takenOver, e);
    } catch (ApplicationRecoverableException | AuthorizationException | IllegalStateException e) {
      throw new IngestStoppedException("the brokers accept no more: " + e.getMessage(), e);
    } catch (InterruptException e) {
      abandon(e);
      throw e;
    } catch (KafkaException e) {
      abort(e);
      RecordTooLargeException tooLarge = tooLarge(e);
      if (tooLarge != null) {
        throw tooLarge;
      }
      LOG.warn("A transaction failed and is written again: {}", e.getMessage());
      return false;
    }
  }

  /** Whether a commit that timed out took place is unknown; only committing again tells. */
  private void commit() {
    while (true) {
      try {
        producer.commitTransaction();
        return;
      } catch (TimeoutException e) {
        LOG.warn("The brokers do not confirm a transaction yet, asking again: {}", e.getMessage());
      }
    }
  }

  private void abort(KafkaException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      e.addSuppressed(cause);
      throw new IngestStoppedException(
          "a failed transaction could not be taken back: " + e.getMessage(), e);
    }
  }

  /**
   * Who is interrupted ends. A commit that has begun cannot be taken back; the broker finishes it.
   */
  private void abandon(InterruptException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      cause.addSuppressed(e);
    }
  }

  private static RecordTooLargeException tooLarge(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException tooLarge) {
        return tooLarge;
      }
    }
    return null;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IngestStoppedException("interrupted", e);
    }
  }
}
