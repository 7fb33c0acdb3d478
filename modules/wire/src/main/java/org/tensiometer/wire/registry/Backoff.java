package org.tensiometer.wire.registry;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and after which waits a call is tried again: exponential with up to a fifth of jitter.
 *
 * @param retries further attempts after the first
 * @param firstWaitMillis before the first of them
 * @param maxWaitMillis upper bound of a wait
 */
record Backoff(int retries, long firstWaitMillis, long maxWaitMillis) {

  private static final int MAX_DOUBLINGS = 20;
  private static final double JITTER = 0.2;

  /**
   * @param retry number of the further attempt, from 1
   */
  long waitMillis(int retry) {
    long doubled = firstWaitMillis << Math.min(retry - 1, MAX_DOUBLINGS);
    double jitter = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
    return Math.round(Math.min(doubled, maxWaitMillis) * jitter);
  }
}
