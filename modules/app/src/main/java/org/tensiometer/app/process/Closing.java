package org.tensiometer.app.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was started, the last first, even when the thread was interrupted. */
public final class Closing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /** Takes something over to be closed. */
  public <T extends AutoCloseable> T add(T closeable) {
    started.push(closeable);
    return closeable;
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    while (!started.isEmpty()) {
      AutoCloseable closeable = started.pop();
      try {
        closeable.close();
      } catch (Exception e) {
        LOG.warn("{} did not close cleanly", closeable.getClass().getSimpleName(), e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
