package org.tensiometer.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long TENTH = 100_000_000;

  private final AtomicLong now = new AtomicLong(7);
  private final Pace pace = new Pace(10, now::get);

  @Test
  void shouldGiveTurnsAtEvenTimes() {
    assertThat(pace.turn()).isEqualTo(7 + TENTH);
    assertThat(pace.turn()).isEqualTo(7 + 2 * TENTH);
    now.addAndGet(TENTH);
    assertThat(pace.turn()).isEqualTo(7 + 3 * TENTH);
  }

  @Test
  void shouldNotMakeUpForTimeThatWasNotUsed() {
    now.addAndGet(50 * TENTH);
    assertThat(pace.turn()).as("at once").isEqualTo(now.get());
    assertThat(pace.turn()).isEqualTo(now.get() + TENTH);
  }

  @Test
  void shouldReturnWhenItIsTheCallersTurn() {
    Pace ticking = new Pace(10, () -> now.addAndGet(TENTH / 4));
    long before = now.get();
    ticking.await();
    ticking.await();
    assertThat(now.get() - before).isGreaterThanOrEqualTo(2 * TENTH);
  }
}
