package org.tensiometer.topology.deadletter;

import java.util.Set;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.tensiometer.wire.topics.FencedBrokers;

/**
 * Tells what a later attempt may mend, a registry or broker that does not answer or a transaction
 * that another producer or the brokers have ended, from what is wrong in itself. The serdes of
 * {@code wire} and Kafka's clients say the former by {@link RetriableException}; Kafka Streams
 * wraps that.
 */
public final class Outages {

  /**
   * A process that slept for too long hears one of these when it goes on. Kafka Streams joins again
   * by itself after most of them, but not after all in all places.
   */
  private static final Set<Class<? extends ApiException>> LOST_TRANSACTION =
      Set.of(
          InvalidTxnStateException.class,
          InvalidPidMappingException.class,
          InvalidProducerEpochException.class,
          ProducerFencedException.class,
          TransactionAbortableException.class);

  private Outages() {}

  /** Whether the fault, or one that caused it, is an outage. */
  public static boolean isOutage(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      // A broker that has just come back may not know its topics yet.
      if (cause instanceof RetriableException
          || cause instanceof MissingSourceTopicException
          || FencedBrokers.isToldBy(cause)
          || LOST_TRANSACTION.contains(cause.getClass())) {
        return true;
      }
    }
    return false;
  }
}
