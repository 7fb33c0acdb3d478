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
 * @param compilerSeconds seconds that threads of the platform's compiler were at work
 */
record Measured(
    double wallSeconds, double threadSeconds, double processSeconds, double compilerSeconds) {

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  static Measured of(Callable<?> work) throws Exception {
    Start start = Start.now();
    work.call();
    return start.until();
  }

  /** The clocks at the start of a run. */
  record Start(long wall, long thread, long process, long compiler) {

    static Start now() {
      return new Start(System.nanoTime(), threadNanos(), processNanos(), compilerMillis());
    }

    Measured until() {
      return new Measured(
          (System.nanoTime() - wall) / NANOS,
          (threadNanos() - thread) / NANOS,
          (processNanos() - process) / NANOS,
          (compilerMillis() - compiler) / MILLIS);
    }
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long compilerMillis() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  private static long processNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
