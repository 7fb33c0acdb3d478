package org.tensiometer.topology;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.topology.deadletter.Outages;

/**
 * What a failed thread leads to. After an outage another takes its place, with growing pauses, and
 * reads again what was not committed: an outage delays and never discards. Anything else stops this
 * process, because trying again would end the same way.
 */
final class OutagePatience implements StreamsUncaughtExceptionHandler {

  /** Pauses between attempts, and how many of them in a row are enough. */
  record Limits(Duration firstPause, Duration longestPause, Duration calm, int attempts) {

    /** Gives up after about eight hours without a calm time. */
    static Limits defaults() {
      return new Limits(
          Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5), 1_000);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(OutagePatience.class);

  private final Limits limits;
  private final CountDownLatch closing = new CountDownLatch(1);
  private int attempts;
  private long lastNanos;
  private volatile Throwable fatal;

  /** One for each thread that waits. */
  private final Map<Thread, String> outages = new ConcurrentHashMap<>();

  OutagePatience(Limits limits) {
    this.limits = limits;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable fault) {
    if (!Outages.isOutage(fault)) {
      LOG.error("Stopping: trying again would not mend this fault", fault);
      fatal = fault;
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    int attempt = nextAttempt();
    if (attempt > limits.attempts()) {
      LOG.error("Stopping after {} outages in a row", limits.attempts(), fault);
      fatal = fault;
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    Duration pause = pauseBefore(attempt);
    String cause = rootOf(fault).toString();
    LOG.warn(
        "Outage {} of at most {}, going on in {}: {}", attempt, limits.attempts(), pause, cause);
    outages.put(Thread.currentThread(), cause);
    await(pause);
    outages.remove(Thread.currentThread());
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** What stopped this process, if something did. */
  Optional<Throwable> fatal() {
    return Optional.ofNullable(fatal);
  }

  /** The outage that a thread waits for now, if one does. */
  Optional<String> outage() {
    return outages.values().stream().findFirst();
  }

  /** Ends all pauses, now and later. */
  void stopWaiting() {
    closing.countDown();
  }

  private synchronized int nextAttempt() {
    long now = System.nanoTime();
    if (attempts > 0 && now - lastNanos > limits.calm().toNanos()) {
      attempts = 0;
    }
    lastNanos = now;
    return ++attempts;
  }

  private Duration pauseBefore(int attempt) {
    long doubled = limits.firstPause().toMillis() << Math.min(attempt - 1, 20);
    return Duration.ofMillis(Math.min(doubled, limits.longestPause().toMillis()));
  }

  private void await(Duration pause) {
    try {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Throwable rootOf(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
