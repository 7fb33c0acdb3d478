package org.tensiometer.testkit;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waiting that gives up when nothing moves any more, and never because the machine is slow. */
public final class Await {

  /** How long nothing may move unless the caller says otherwise. */
  public static final Duration NO_PROGRESS = Duration.ofMinutes(2);

  private static final long POLL_MILLIS = 50;

  private Await() {}

  /** As {@link #until(String, Callable, Predicate, Duration)}, with {@link #NO_PROGRESS}. */
  public static <T> T until(String what, Callable<T> observe, Predicate<? super T> enough) {
    return until(what, observe, enough, NO_PROGRESS);
  }

  /**
   * Observes until what is seen is enough.
   *
   * @param what completes "Waiting for ..."
   * @param observe what is seen now; that it differs from before, by equals, is the progress
   * @param noProgressTimeout how long the same may be seen
   * @return what was enough
   * @throws AssertionError with what was seen last when nothing moves any more
   */
  public static <T> T until(
      String what, Callable<T> observe, Predicate<? super T> enough, Duration noProgressTimeout) {
    T last = null;
    long since = System.nanoTime();
    while (true) {
      T seen = see(what, observe);
      if (enough.test(seen)) {
        return seen;
      }
      if (!Objects.equals(seen, last)) {
        last = seen;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > noProgressTimeout.toNanos()) {
        throw new AssertionError(
            "Waiting for "
                + what
                + ": no progress for "
                + noProgressTimeout.toSeconds()
                + " s; last seen: "
                + seen);
      }
      pause(what);
    }
  }

  private static <T> T see(String what, Callable<T> observe) {
    try {
      return observe.call();
    } catch (Exception e) {
      throw new AssertionError("Waiting for " + what + ": " + e, e);
    }
  }

  private static void pause(String what) {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Waiting for " + what + ": interrupted", e);
    }
  }
}
