package org.tensiometer.sink.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.topics.Topics;

class IndicatorMapperTest {

  private int loads;
  private final IndicatorMapper mapper =
      new IndicatorMapper(
          Topics.withDefaults(),
          () -> {
            loads++;
            return new LatestDays();
          });

  @Test
  void shouldWriteEveryRecordToTheSeriesAndTheNewestDayToTheLatest() {
    assertThat(outputs("KOR-PRK", "2024-06-20", 1)).containsExactly("series 20/1", "latest 20/1");
    assertThat(outputs("KOR-PRK", "2024-06-21", 1)).containsExactly("series 21/1", "latest 21/1");
    assertThat(outputs("KOR-PRK", "2024-06-21", 2)).containsExactly("series 21/2", "latest 21/2");
  }

  @Test
  void shouldNotLetARevisionOfAnOlderDayHideTheNewestOne() {
    outputs("KOR-PRK", "2024-06-21", 1);

    assertThat(outputs("KOR-PRK", "2024-06-20", 2)).containsExactly("series 20/2");
    assertThat(outputs("KOR-RUS", "2024-06-20", 1)).containsExactly("series 20/1", "latest 20/1");
  }

  @Test
  void shouldForgetWhatAnAbortedBatchWrote() {
    outputs("KOR-PRK", "2024-06-20", 1);
    mapper.committed();
    outputs("KOR-PRK", "2024-06-22", 1);
    mapper.aborted();

    assertThat(outputs("KOR-PRK", "2024-06-21", 1)).containsExactly("series 21/1", "latest 21/1");
  }

  @Test
  void shouldLoadWhatIsWrittenAnewWhenPartitionsAreAssigned() {
    outputs("KOR-PRK", "2024-06-20", 1);
    outputs("KOR-PRK", "2024-06-20", 2);
    mapper.assigned(List.of());
    outputs("KOR-PRK", "2024-06-20", 3);

    assertThat(loads).isEqualTo(2);
  }

  @Test
  void shouldRemoveTheLatestOnlyWhenItsOwnDayIsRemoved() {
    outputs("KOR-PRK", "2024-06-21", 1);

    assertThat(mapper.map(record("KOR-PRK#2024-06-20", null))).isEmpty();
    assertThat(mapper.map(record("KOR-PRK#2024-06-21", null)))
        .singleElement()
        .satisfies(
            removed -> {
              assertThat(removed.topic()).isEqualTo("tensiometer.indicators-latest");
              assertThat(removed.key()).isEqualTo("KOR-PRK");
              assertThat(removed.value()).isNull();
            });
  }

  private List<String> outputs(String pair, String day, int revision) {
    TensionIndicator indicator = Indicators.indicator(pair, day, revision);
    return mapper.map(record(pair + '#' + day, indicator)).stream()
        .peek(output -> assertThat(output.key()).isEqualTo(pair))
        .map(
            output -> {
              TensionIndicator value = (TensionIndicator) output.value();
              return output.topic().replace("tensiometer.indicators-", "")
                  + ' '
                  + value.getDay().getDayOfMonth()
                  + '/'
                  + value.getRevision();
            })
        .toList();
  }

  private static ConsumerRecord<String, TensionIndicator> record(
      String key, TensionIndicator value) {
    return new ConsumerRecord<>("tensiometer.g1.indicators", 0, 0, key, value);
  }
}
