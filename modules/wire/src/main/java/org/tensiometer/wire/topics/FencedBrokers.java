package org.tensiometer.wire.topics;

import org.apache.kafka.common.errors.InvalidReplicationFactorException;

/**
 * Tells that a topic was not made because the controller has heard of no broker lately, which
 * passes as soon as one is no longer too busy to say that it is there. Kafka gives it the same
 * class as a replication factor that is too large.
 */
public final class FencedBrokers {

  private FencedBrokers() {}

  /** Whether the fault itself, not what caused it, says so. */
  public static boolean isToldBy(Throwable fault) {
    return fault instanceof InvalidReplicationFactorException
        && fault.getMessage() != null
        && fault.getMessage().contains("All brokers are currently fenced");
  }
}
