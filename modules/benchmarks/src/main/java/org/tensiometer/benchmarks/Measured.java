package org.tensiometer.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What one run took.
 *
 * @param wallSeconds elapsed seconds
 * @param threadSeconds processor seconds of the measuring thread alone
 */
record Measured(double wallSeconds, double threadSeconds) {

  private static final double NANOS = 1e9;

  static Measured of(Callable<?> work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    work.call();
    return new Measured(
        (System.nanoTime() - wall) / NANOS, (threads.getCurrentThreadCpuTime() - cpu) / NANOS);
  }
}
