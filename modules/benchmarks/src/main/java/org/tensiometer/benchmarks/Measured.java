package org.tensiometer.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What one run took.
 *
 * @param wallSeconds elapsed seconds
 * @param threadSeconds processor seconds of the measuring thread alone
 * @param processSeconds processor seconds of all threads, the broker's in the same process too
 */
record Measured(double wallSeconds, double threadSeconds, double processSeconds) {

  private static final double NANOS = 1e9;

  static Measured of(Callable<?> work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long wall = System.nanoTime();
    long cpu = threads.getCurrentThreadCpuTime();
    long all = processNanos();
    work.call();
    return new Measured(
        (System.nanoTime() - wall) / NANOS,
        (threads.getCurrentThreadCpuTime() - cpu) / NANOS,
        (processNanos() - all) / NANOS);
  }

  private static long processNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
