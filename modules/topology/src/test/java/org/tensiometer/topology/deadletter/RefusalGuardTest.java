package org.tensiometer.topology.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class RefusalGuardTest {

  @Test
  void shouldPauseAfterMoreRefusalsInARowThanAreBorne() {
    RefusalGuard guard = new RefusalGuard(2);
    guard.refused("one");
    guard.refused("two");
    assertThatThrownBy(() -> guard.refused("no magic byte"))
        .isInstanceOf(RefusalFloodException.class)
        .hasMessageContaining("the last 2 records")
        .hasMessageContaining("tensiometer.refusals.max=0")
        .hasMessageContaining("no magic byte")
        .matches(Outages::isOutage);
    assertThatThrownBy(() -> guard.refused("again")).isInstanceOf(RefusalFloodException.class);
  }

  @Test
  void shouldCountAnewAfterAnAcceptedRecord() {
    RefusalGuard guard = new RefusalGuard(2);
    for (int i = 0; i < 10; i++) {
      guard.refused("one");
      guard.refused("two");
      guard.accepted();
    }
  }

  @Test
  void shouldBearAnyNumberWhenTold() {
    RefusalGuard guard = installed("0");
    for (int i = 0; i < 2 * RefusalGuard.DEFAULT_MAX; i++) {
      guard.refused("one more");
    }
  }

  @Test
  void shouldBeTheSameForAllPartsOfAnApplication() {
    Map<String, Object> settings = new HashMap<>();
    RefusalGuard.install(settings);
    assertThat(RefusalGuard.of(settings)).isSameAs(RefusalGuard.of(settings));
  }

  @Test
  void shouldRefuseAMaximumThatIsNoNumber() {
    assertThatThrownBy(() -> installed("many"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("many")
        .hasMessageContaining(RefusalGuard.MAX);
    assertThatThrownBy(() -> installed("-1")).isInstanceOf(ConfigException.class);
  }

  private static RefusalGuard installed(String max) {
    Map<String, Object> settings = new HashMap<>(Map.of(RefusalGuard.MAX, max));
    RefusalGuard.install(settings);
    return RefusalGuard.of(settings);
  }
}
