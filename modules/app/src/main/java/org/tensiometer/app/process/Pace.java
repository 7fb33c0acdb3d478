package org.tensiometer.app.process;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** At most so many a second, over all threads, to leave others their share. */
final class Pace {

  private static final long NANOS = 1_000_000_000L;

  private final long nanosBetween;
  private final LongSupplier clock;
  private long nextNanos;

  /**
   * @param perSecond at least 1
   */
  Pace(int perSecond) {
    this(perSecond, System::nanoTime);
  }

  /**
   * @param clock in nanoseconds, as {@link System#nanoTime}
   */
  Pace(int perSecond, LongSupplier clock) {
    this.nanosBetween = NANOS / perSecond;
    this.clock = clock;
    nextNanos = clock.getAsLong();
  }

  /** Returns when it is the caller's turn. */
  void await() {
    long turn = turn();
    for (long wait = turn - clock.getAsLong(); wait > 0; wait = turn - clock.getAsLong()) {
      LockSupport.parkNanos(wait);
    }
  }

  /** When the caller's turn is. Time that was not used is not made up for. */
  synchronized long turn() {
    nextNanos = Math.max(nextNanos, clock.getAsLong() - nanosBetween) + nanosBetween;
    return nextNanos;
  }
}
