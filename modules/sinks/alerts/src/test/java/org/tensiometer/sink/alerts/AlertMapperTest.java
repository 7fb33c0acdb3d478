package org.tensiometer.sink.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.EventType;
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

  @Test
  void shouldShowOnlyWhatTheRouteAsksFor() {
    TensionAlert alert = Alerts.alert("a1", "KOR", "PRK", 2);
    assertThat(route(Set.of(), 2, Set.of(), Map.of()).shows(alert)).isTrue();
    assertThat(route(Set.of(), 3, Set.of(), Map.of()).shows(alert)).as("outlets").isFalse();
    assertThat(route(Set.of(EventType.ASSAULT), 1, Set.of(), Map.of()).shows(alert))
        .as("no assault in it")
        .isFalse();
    assertThat(route(Set.of(), 1, Set.of("KOR-PRK"), Map.of()).shows(alert)).as("mute").isFalse();
  }

  @Test
  void shouldShowAnAcknowledgedAlertAgainWhenItEscalates() {
    Route route = route(Set.of(), 1, Set.of(), Map.of("a1", 2));
    assertThat(route.shows(Alerts.alert("a1", "KOR", "PRK", 2))).isFalse();
    assertThat(route.shows(Alerts.alert("a1", "KOR", "PRK", 3))).isTrue();
    assertThat(route.shows(Alerts.alert("a2", "KOR", "PRK", 1))).isTrue();
  }

  private static Route route(
      Set<EventType> events, int outlets, Set<String> muted, Map<String, Integer> acknowledged) {
    return new Route(
        "desk", Set.of(), Set.of(), 1, events, outlets, muted, acknowledged, AlertFormat.AVRO);
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
