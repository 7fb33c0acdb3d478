package org.tensiometer.view.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tensiometer.view.state.AlertPosition;

/**
 * One browser that listens, with what it has not been sent yet. The queue is bounded: a reader that
 * falls behind is cut off, and resumes where it was when it comes again.
 */
final class StreamReader {

  private static final int MOST_WAITING = 256;

  private final BlockingQueue<StreamEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile boolean cutOff;
  private AlertPosition resume;

  /**
   * @param thread that writes to the browser; it is interrupted to end a write that hangs
   * @param resume where the browser was; null if it is new
   */
  StreamReader(Thread thread, AlertPosition resume) {
    this.thread = thread;
    this.resume = resume;
  }

  /** Never waits. */
  void offer(StreamEvent event) {
    if (!cutOff && !waiting.offer(event)) {
      cutOff();
    }
  }

  /** An event that says no more than one that waits already. */
  void offerOnce(StreamEvent event) {
    if (!waiting.contains(event)) {
      offer(event);
    }
  }

  void cutOff() {
    cutOff = true;
    // Closes the channel that the thread may be blocked on.
    thread.interrupt();
  }

  boolean isCutOff() {
    return cutOff;
  }

  /** Where it resumes, told once. */
  AlertPosition takeResume() {
    AlertPosition taken = resume;
    resume = null;
    return taken;
  }

  /** The next event; null if there is none for so long. */
  StreamEvent next(long seconds) throws InterruptedException {
    return waiting.poll(seconds, TimeUnit.SECONDS);
  }
}
