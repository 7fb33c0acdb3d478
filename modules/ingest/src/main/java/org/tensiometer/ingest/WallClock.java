package org.tensiometer.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;

/**
 * When to tell the wall's time, for news that is read as it happens: at the start and after each
 * full hour, so that a quiet input still closes its days. Days are closed for ever, therefore a
 * clock that jumps is not believed before it has run steadily for a while. For one thread.
 */
public final class WallClock {

  /** By so much the wall may differ from the time that passed; clocks are set right in steps. */
  static final Duration STEP = Duration.ofMinutes(5);

  /** How long a clock must run steadily after a jump. */
  static final Duration DISTRUST = Duration.ofMinutes(10);

  private final LocalDate feedStart;
  private Instant lastWall;
  private long lastNanos;
  private Instant told;
  private Duration distrust = Duration.ZERO;

  /**
   * @param feedStart first day of the whole feed as far as known; an earlier one stands if there is
   */
  public WallClock(LocalDate feedStart) {
    this.feedStart = feedStart;
  }

  /**
   * The tick to tell now, if one is due. To be asked every few seconds.
   *
   * @param wall what the clock of this machine says
   * @param nanos time that passes steadily, {@link System#nanoTime}
   */
  public Optional<Tick> due(Instant wall, long nanos) {
    if (lastWall != null) {
      Duration passed = Duration.ofNanos(nanos - lastNanos);
      boolean jumped = Duration.between(lastWall, wall).minus(passed).abs().compareTo(STEP) > 0;
      distrust = jumped ? DISTRUST : distrust.minus(passed);
    }
    lastWall = wall;
    lastNanos = nanos;
    Instant hour = wall.truncatedTo(ChronoUnit.HOURS);
    boolean news = told == null || told.truncatedTo(ChronoUnit.HOURS).isBefore(hour);
    if (!news || isDistrusted()) {
      return Optional.empty();
    }
    told = wall;
    return Optional.of(new Tick(wall, ClockSource.WALL, feedStart));
  }

  /** Whether the clock has jumped a short time ago, so that it tells nothing for now. */
  public boolean isDistrusted() {
    return distrust.compareTo(Duration.ZERO) > 0;
  }
}
