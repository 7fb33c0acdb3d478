package org.tensiometer.benchmarks;

/** Starts with the first of many calls; safe for use by many threads. */
final class Stopwatch {

  private volatile Measured.Start start;

  /** Starts it unless it runs. */
  void start() {
    if (start == null) {
      startOnce();
    }
  }

  private synchronized void startOnce() {
    if (start == null) {
      start = Measured.Start.now();
    }
  }

  /**
   * What was taken since the start.
   *
   * @throws IllegalStateException if it was never started
   */
  Measured read() {
    if (start == null) {
      throw new IllegalStateException("Nothing has started");
    }
    return start.until();
  }
}
