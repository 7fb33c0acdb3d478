package org.tensiometer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;

class WallClockTest {

  private static final LocalDate START = LocalDate.parse("2024-01-01");
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final WallClock clock = new WallClock(START);
  private Instant wall = Instant.parse("2024-06-21T22:15:00Z");
  // Like System.nanoTime, which may begin anywhere.
  private long nanos = -5_000_000_000L;

  @Test
  void shouldTellTheTimeAtTheStartAndAfterEachFullHour() {
    List<Tick> ticks = pass(Duration.ofHours(4));
    assertThat(ticks)
        .extracting(Tick::getTime)
        .containsExactly(
            Instant.parse("2024-06-21T22:15:00Z"),
            Instant.parse("2024-06-21T23:00:00Z"),
            Instant.parse("2024-06-22T00:00:00Z"),
            Instant.parse("2024-06-22T01:00:00Z"),
            Instant.parse("2024-06-22T02:00:00Z"));
    assertThat(ticks.get(0)).isEqualTo(new Tick(ticks.get(0).getTime(), ClockSource.WALL, START));
  }

  @Test
  void shouldTellNothingOfAClockThatJumpedAheadAndCameBack() {
    pass(Duration.ofMinutes(1));
    wall = wall.plus(Duration.ofDays(3650));
    assertThat(pass(Duration.ofMinutes(9))).isEmpty();
    assertThat(clock.isDistrusted()).isTrue();
    wall = wall.minus(Duration.ofDays(3650));
    assertThat(pass(Duration.ofMinutes(9))).isEmpty();
    assertThat(pass(Duration.ofMinutes(40)))
        .extracting(Tick::getTime)
        .containsExactly(Instant.parse("2024-06-21T23:00:00Z"));
  }

  @Test
  void shouldBelieveAClockAgainThatRunsSteadilyAfterTheMachineSlept() {
    pass(Duration.ofMinutes(1));
    wall = wall.plus(Duration.ofHours(9));
    assertThat(pass(Duration.ofMinutes(11)))
        .extracting(Tick::getTime)
        .containsExactly(Instant.parse("2024-06-22T07:26:10Z"));
    assertThat(clock.isDistrusted()).isFalse();
  }

  @Test
  void shouldFollowAClockThatIsSetRightByAStep() {
    pass(Duration.ofMinutes(44));
    wall = wall.plus(Duration.ofMinutes(2));
    assertThat(pass(LOOK)).hasSize(1);
  }

  private List<Tick> pass(Duration time) {
    List<Tick> ticks = new ArrayList<>();
    for (Duration passed = Duration.ZERO; passed.compareTo(time) <= 0; passed = passed.plus(LOOK)) {
      clock.due(wall, nanos).ifPresent(ticks::add);
      wall = wall.plus(LOOK);
      nanos += LOOK.toNanos();
    }
    return ticks;
  }
}
