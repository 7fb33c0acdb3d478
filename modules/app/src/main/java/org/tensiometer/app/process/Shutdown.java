package org.tensiometer.app.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tensiometer.wire.EndPatience;

/**
 * Ctrl-C, SIGTERM and the like: interrupts the thread of the command and gives it some seconds to
 * close what it has open. A process that has no end of its own and has ended in order ends with
 * exit code 0. To be made before anything that may wait, such as for a broker that is away.
 */
public final class Shutdown implements AutoCloseable {

  private static final Duration PATIENCE_FOR_OUTPUT = Duration.ofSeconds(2);

  private static final int UNFINISHED = 130;

  private static volatile boolean asked;
  private static volatile boolean unfinished;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private Shutdown(Thread command, Duration patience) {
    hook =
        new Thread(
            () -> {
              asked = true;
              // The console of the command may be in use by the thread that is interrupted.
              System.err.println("Stopping ...");
              command.interrupt();
              try {
                if (done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                  // The command ends the process as soon as its output is written.
                  Thread.sleep(PATIENCE_FOR_OUTPUT.toMillis());
                } else {
                  System.err.println(
                      "tensiometer: not everything has ended within "
                          + patience.toSeconds()
                          + " s; what was not committed is done again at the next start");
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "shutdown");
  }

  /** From now on Ctrl-C interrupts the calling thread and waits for {@link #close}. */
  public static Shutdown ofThisThread() {
    return ofThisThread(EndPatience.OF_A_PROCESS);
  }

  /** The same for work that has an end of its own, and is not done when it is interrupted. */
  public static Shutdown ofJob() {
    return ofJob(EndPatience.OF_A_PROCESS);
  }

  /** Such work that has more to end than a client has. */
  public static Shutdown ofJob(Duration patience) {
    unfinished = true;
    return ofThisThread(patience);
  }

  /** The same for one that has more to end than a client has. */
  public static Shutdown ofThisThread(Duration patience) {
    Shutdown shutdown = new Shutdown(Thread.currentThread(), patience);
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  /** Whether the process was asked to end. */
  public static boolean isAsked() {
    return asked;
  }

  /** The exit code of a command that was interrupted because of it. */
  public static int exitCode() {
    return unfinished ? UNFINISHED : 0;
  }

  /** Ends the process; called when the command has ended and its output is written. */
  public static void exit(int exitCode) {
    if (asked) {
      // The virtual machine would make the number of the signal of it.
      Runtime.getRuntime().halt(exitCode);
    }
    System.exit(exitCode);
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
