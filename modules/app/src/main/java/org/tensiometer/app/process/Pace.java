package org.tensiometer.app.process;

import java.util.concurrent.locks.LockSupport;

/** At most so many a second, over all threads, to leave others their share. */
final class Pace {

  private static final long NANOS = 1_000_000_000L;

  private final long nanosBetween;
  private long nextNanos = System.nanoTime();

  /**
   * @param perSecond at least 1
   */
  Pace(int perSecond) {
    this.nanosBetween = NANOS / perSecond;
  }

  /** Returns when it is the caller's turn. */
  void await() {
    long turn = turn();
    for (long wait = turn - System.nanoTime(); wait > 0; wait = turn - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
  }

  /** Time that was not used is not made up for. */
  private synchronized long turn() {
    nextNanos = Math.max(nextNanos, System.nanoTime() - nanosBetween) + nanosBetween;
    return nextNanos;
  }
}
