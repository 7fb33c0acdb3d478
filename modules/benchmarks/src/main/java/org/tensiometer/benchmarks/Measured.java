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
    Start start = Start.now();
    work.call();
    return start.until();
  }

  /** The clocks at the start of a run. */
  record Start(long wall, long thread, long process) {

    static Start now() {
      return new Start(System.nanoTime(), threadNanos(), processNanos());
    }

    Measured until() {
      return new Measured(
          (System.nanoTime() - wall) / NANOS,
          (threadNanos() - thread) / NANOS,
          (processNanos() - process) / NANOS);
    }
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
