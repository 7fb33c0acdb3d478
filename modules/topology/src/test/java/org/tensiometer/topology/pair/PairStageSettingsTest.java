package org.tensiometer.topology.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PairStageSettingsTest {

  private static final Duration NEW = Duration.ofMillis(100);
  private static final Duration OLD = Duration.ofMinutes(3);

  private final PairStageSettings settings =
      new PairStageSettings(
          Duration.ofMillis(200), 50_000, 0.2, PairStageSettings.PUBLISH_FOR, false);

  @Test
  void shouldLeavePublishingItsShareOfTheTimeWhileInputIsNew() {
    assertThat(settings.pause(Duration.ofMillis(50), NEW)).isEqualTo(Duration.ofMillis(200));
    assertThat(settings.pause(Duration.ofSeconds(7), NEW)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void shouldReadOnWhileInputIsOldHoweverQuickPublishingWas() {
    assertThat(settings.pause(Duration.ZERO, OLD)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void shouldNotPauseIfToldSo() {
    assertThat(settings.withoutPauses().pause(Duration.ofSeconds(7), OLD)).isZero();
  }
}
