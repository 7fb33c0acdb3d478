package org.tensiometer.topology.deadletter;

import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells what a later attempt may mend, a registry or broker that does not answer, from what is
 * wrong in itself. The serdes of {@code wire} and Kafka's clients say it by {@link
 * RetriableException}; Kafka Streams wraps that.
 */
public final class Outages {

  private Outages() {}

  /** Whether the fault, or one that caused it, is an outage. */
  public static boolean isOutage(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }
}
