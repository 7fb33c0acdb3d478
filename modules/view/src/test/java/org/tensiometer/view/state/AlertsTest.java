package org.tensiometer.view.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensiometer.view.Records;

class AlertsTest {

  private final Alerts alerts = new Alerts(3);

  @Test
  void shouldTellAReaderWhatItMissedAndNoMore() {
    put(0, 4, "a1");
    AlertPosition seen = put(1, 0, "a2").position();
    put(0, 6, "a3");
    alerts.put(1, 1, "a1", null);
    assertThat(missedSince(seen)).contains(List.of("a3", "a1"));
    assertThat(missedSince(alerts.position())).contains(List.of());
    assertThat(alerts.open()).extracting(a -> a.getAlertId()).containsExactly("a2", "a3");
  }

  @Test
  void shouldResumeThoughTheTopicsPartitionsWereReadInAnotherOrderAfterARestart() {
    put(0, 4, "a1");
    AlertPosition seen = put(0, 6, "a2").position();
    alerts.clear();
    put(1, 0, "a3");
    put(0, 4, "a1");
    put(0, 6, "a2");
    assertThat(missedSince(seen)).contains(List.of("a3"));
  }

  @Test
  void shouldAdmitThatItForgotWhatAReaderMissed() {
    put(0, 0, "a1");
    AlertPosition seen = alerts.position();
    for (int i = 1; i <= 3; i++) {
      put(0, i, "b" + i);
    }
    assertThat(missedSince(seen)).isPresent();
    put(0, 4, "b4");
    assertThat(missedSince(seen)).isEmpty();
  }

  @Test
  void shouldNotKnowAPositionThatIsAheadOfTheTopic() {
    put(0, 0, "a1");
    assertThat(missedSince(AlertPosition.parse("0:7"))).isEmpty();
  }

  @Test
  void shouldReadThePositionsItWrites() {
    assertThat(AlertPosition.parse("0:17,2:4").toString()).isEqualTo("0:17,2:4");
    assertThat(AlertPosition.parse("")).isEqualTo(AlertPosition.START);
    assertThatThrownBy(() -> AlertPosition.parse("seventeen"))
        .hasMessage("An event id is partitions and offsets such as 0:17,2:4, not \"seventeen\"");
  }

  private AlertChange put(int partition, long offset, String id) {
    return alerts.put(partition, offset, id, Records.alert(id, "CHN-JPN", 1));
  }

  private Optional<List<String>> missedSince(AlertPosition reader) {
    return alerts.since(reader).map(changes -> changes.stream().map(AlertChange::alertId).toList());
  }
}
