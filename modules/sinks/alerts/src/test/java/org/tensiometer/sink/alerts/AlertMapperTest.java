package org.tensiometer.sink.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.wire.topics.Topics;

class AlertMapperTest {

  private static final String ALL = "tensiometer.live-alerts";
  private final AlertMapper mapper =
      new AlertMapper(
          Topics.withDefaults(),
          new Routes(
              List.of(
                  new Route("korea", Set.of("KOR-PRK"), Set.of(), 1),
                  new Route("north-grave", Set.of(), Set.of("PRK"), 3))));

  @Test
  void shouldSendAnAlertToAllRoutesThatTakeItsPair() {
    assertThat(outputs("a1", Alerts.alert("a1", "KOR", "PRK", 3)))
        .containsExactly(
            ALL + " a1 3",
            "tensiometer.live-alerts.korea a1 3",
            "tensiometer.live-alerts.north-grave a1 3");
    assertThat(outputs("a2", Alerts.alert("a2", "FRA", "GBR", 3))).containsExactly(ALL + " a2 3");
  }

  @Test
  void shouldRemoveAnAlertFromARouteThatItsTierNoLongerReaches() {
    assertThat(outputs("a1", Alerts.alert("a1", "PRK", "RUS", 2)))
        .containsExactly(ALL + " a1 2", "tensiometer.live-alerts.north-grave a1 removed");
  }

  @Test
  void shouldSendATombstoneEverywhere() {
    assertThat(outputs("a1", null))
        .containsExactly(
            ALL + " a1 removed",
            "tensiometer.live-alerts.korea a1 removed",
            "tensiometer.live-alerts.north-grave a1 removed");
  }

  private List<String> outputs(String key, TensionAlert alert) {
    return mapper.map(new ConsumerRecord<>("tensiometer.g1.alerts", 0, 0, key, alert)).stream()
        .map(
            output ->
                output.topic()
                    + ' '
                    + output.key()
                    + ' '
                    + (output.value() == null
                        ? "removed"
                        : ((TensionAlert) output.value()).getTier()))
        .toList();
  }
}
