package org.tensiometer.app.process;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.tensiometer.contracts.Tick;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.ingest.WallClock;
import org.tensiometer.metrics.Meters;

/** Tells the topology the time of this machine, hour by hour. For one thread. */
public final class LiveClock {

  private static final Duration NEWS_AGE = Duration.ofDays(2);

  private final IngestConnection connection;
  private final WallClock clock;
  private final Consumer<String> warnings;
  private final Counter ticks = Metrics.counter(Meters.CLOCK_TICKS);
  private boolean warned;

  /**
   * @param feedStart first day of the whole feed as far as known
   */
  public LiveClock(IngestConnection connection, LocalDate feedStart, Consumer<String> warnings) {
    this.connection = connection;
    this.clock = new WallClock(feedStart);
    this.warnings = warnings;
  }

  /** Whether an input that ends at this time is news of today, and no archive. */
  public static boolean isNews(Tick end) {
    return end.getTime().isAfter(Instant.now().minus(NEWS_AGE));
  }

  /** Tells the time if it is due; to be called every few seconds. */
  public void look() {
    clock
        .due(Instant.now(), System.nanoTime())
        .ifPresent(
            tick -> {
              connection.tell(tick);
              ticks.increment();
            });
    if (clock.isDistrusted() && !warned) {
      warnings.accept(
          "The clock of this machine has jumped; no day is closed before it has run steadily for"
              + " a while.");
    }
    warned = clock.isDistrusted();
  }
}
