package org.tensiometer.wire.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsumerSettingsTest {

  @Test
  void shouldLeaveOutTheProtocolOfTopologiesAndKeepThatOfConsumers() {
    assertThat(ConsumerSettings.of(Map.of("group.protocol", "STREAMS", "acks", "all")))
        .isEqualTo(Map.of("acks", "all"));
    assertThat(ConsumerSettings.of(Map.of("group.protocol", "consumer")))
        .isEqualTo(Map.of("group.protocol", "consumer"));
    assertThat(ConsumerSettings.of(Map.of())).isEmpty();
  }
}
