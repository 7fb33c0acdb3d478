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
import org.tensiometer.topology.state.DamagedState;

/**
 * What a failed thread leads to. After an outage another takes its place, with growing pauses, and
 * reads again what was not committed: an outage delays and never discards. So it is with damaged
 * local state, which the other restores, unless it is damaged again and again. Anything else stops
 * this process, because trying again would end the same way.
 */
final class OutagePatience implements StreamsUncaughtExceptionHandler {

  /** Pauses between attempts, and how many of them in a row are enough. */
  record Limits(
      Duration firstPause, Duration longestPause, Duration calm, int attempts, int damages) {

    /** Gives up after about eight hours of outage, or ten damages, without a calm time. */
    static Limits defaults() {
      return new Limits(
          Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5), 1_000, 10);
    }
  }

  /** How many in a row, without a calm time between them. */
  private static final class Row {

    private int length;
    private long lastNanos;

    synchronized int next(Duration calm) {
      long now = System.nanoTime();
      if (length > 0 && now - lastNanos > calm.toNanos()) {
        length = 0;
      }
      lastNanos = now;
      return ++length;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(OutagePatience.class);

  private final Limits limits;
  private final DamagedState damaged;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Row attempts = new Row();
  private final Row damages = new Row();
  private volatile Throwable fatal;

  /** One for each thread that waits. */
  private final Map<Thread, String> outages = new ConcurrentHashMap<>();

  OutagePatience(Limits limits, DamagedState damaged) {
    this.limits = limits;
    this.damaged = damaged;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable fault) {
    boolean damage = DamagedState.isCauseOf(fault);
    if (damage) {
      damaged.met();
    }
    if (!damage && !Outages.isOutage(fault)) {
      LOG.error("Stopping: trying again would not mend this fault", fault);
      fatal = fault;
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    String what = damage ? "Damaged local state, to be restored:" : "Outage";
    int most = damage ? limits.damages() : limits.attempts();
    int attempt = (damage ? damages : attempts).next(limits.calm());
    if (attempt > most) {
      LOG.error("Stopping: {} {} times in a row", what, most, fault);
      fatal = fault;
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    Duration pause = pauseBefore(attempt);
    String cause = rootOf(fault).toString();
    LOG.warn("{} {} of at most {}, going on in {}: {}", what, attempt, most, pause, cause);
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
