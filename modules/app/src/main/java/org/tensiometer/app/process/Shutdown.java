package org.tensiometer.app.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and the like: interrupts the thread of the command and gives it some seconds to close what
 * it has open.
 */
public final class Shutdown implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 40;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Shutdown(Thread command) {
    hook =
        new Thread(
            () -> {
              // The console of the command may be in use by the thread that is interrupted.
              System.err.println("Stopping ...");
              command.interrupt();
              try {
                done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "shutdown");
  }

  /** From now on Ctrl-C interrupts the calling thread and waits for {@link #close}. */
  public static Shutdown ofThisThread() {
    Shutdown shutdown = new Shutdown(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  /** Everything is closed. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, which is what it was for.
      return;
    }
  }
}
