package org.tensiometer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {

  @Test
  void shouldGoOnForAsLongAsSomethingMoves() {
    AtomicInteger count = new AtomicInteger();
    // Each look takes longer than the timeout; only standing still counts.
    int seen = Await.until("ten", count::incrementAndGet, n -> n == 10, Duration.ofNanos(1));
    assertThat(seen).isEqualTo(10);
  }

  @Test
  void shouldGiveUpAndSayWhatItSawLastWhenNothingMoves() {
    AtomicInteger count = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Await.until(
                    "seven",
                    () -> Math.min(3, count.incrementAndGet()),
                    n -> n == 7,
                    Duration.ofMillis(100)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Waiting for seven: no progress")
        .hasMessageContaining("last seen: 3");
  }

  @Test
  void shouldNameWhatItWaitedForWhenLookingFails() {
    assertThatThrownBy(
            () ->
                Await.until(
                    "the end",
                    () -> {
                      throw new java.io.IOException("gone");
                    },
                    seen -> true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Waiting for the end")
        .hasMessageContaining("gone");
  }
}
