package org.tensiometer.sink.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.Topics;

class IndicatorMapperTest {

  private static final Topics TOPICS = Topics.withDefaults();

  /** What stands in the source, by pair and day; it is asked about when a day is removed. */
  private final Map<String, NavigableMap<String, TensionIndicator>> source = new HashMap<>();

  private int loads;
  private final IndicatorMapper mapper =
      new IndicatorMapper(
          TOPICS,
          () -> {
            loads++;
            return new LatestDays();
          },
          new StandingIndicators() {
            @Override
            public TensionIndicator newest(String pair) {
              Map.Entry<String, TensionIndicator> last = source.get(pair).lastEntry();
              return last == null ? null : last.getValue();
            }

            @Override
            public void forget() {}
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
  void shouldRemoveADayFromTheSeriesAndLeaveTheLatestWhenThatIsAnotherDay() {
    outputs("KOR-PRK", "2024-06-20", 1);
    outputs("KOR-PRK", "2024-06-21", 1);

    assertThat(removed("KOR-PRK", "2024-06-20")).containsExactly("series 20 removed");
  }

  @Test
  void shouldMakeTheNewestDayThatIsLeftTheLatestWhenTheNewestIsRemoved() {
    outputs("KOR-PRK", "2024-06-20", 1);
    outputs("KOR-PRK", "2024-06-20", 2);
    outputs("KOR-PRK", "2024-06-21", 1);
    outputs("KOR-RUS", "2024-06-23", 1);

    assertThat(removed("KOR-PRK", "2024-06-21"))
        .containsExactly("series 21 removed", "latest 20/2");
    mapper.committed();
    assertThat(removed("KOR-PRK", "2024-06-20"))
        .containsExactly("series 20 removed", "latest removed");
  }

  /** A transaction of the source removes several days; the sink reads them one by one. */
  @Test
  void shouldNotMakeADayTheLatestThatIsRemovedInTheSameBatch() {
    outputs("KOR-PRK", "2024-06-19", 1);
    outputs("KOR-PRK", "2024-06-20", 1);
    outputs("KOR-PRK", "2024-06-21", 1);
    List<ConsumerRecord<String, TensionIndicator>> removals =
        List.of(read("KOR-PRK", "2024-06-21", null), read("KOR-PRK", "2024-06-20", null));

    assertThat(removals.stream().flatMap(removal -> mapper.map(removal).stream()))
        .extracting(IndicatorMapperTest::text)
        .containsExactly("series 21 removed", "latest 19/1", "series 20 removed");
  }

  @Test
  void shouldKeepTheDaysOfAPairInOnePartition() {
    Set<Integer> partitions = new HashSet<>();
    for (int day = 10; day < 30; day++) {
      String date = "2024-06-" + day;
      partitions.add(
          mapper
              .map(read("KOR-PRK", date, Indicators.indicator("KOR-PRK", date, 1)))
              .get(0)
              .partition());
    }
    assertThat(partitions)
        .containsExactly(KeyPartition.of("KOR-PRK", TOPICS.indicatorsSeries().partitions()));
  }

  private List<String> outputs(String pair, String day, int revision) {
    return texts(read(pair, day, Indicators.indicator(pair, day, revision)));
  }

  private List<String> removed(String pair, String day) {
    return texts(read(pair, day, null));
  }

  private List<String> texts(ConsumerRecord<String, TensionIndicator> record) {
    return mapper.map(record).stream().map(IndicatorMapperTest::text).toList();
  }

  private static String text(ProducerRecord<String, Object> output) {
    boolean ofSeries = output.topic().equals(TOPICS.indicatorsSeries().name());
    TensionIndicator value = (TensionIndicator) output.value();
    if (value != null) {
      assertThat(output.key())
          .isEqualTo(
              ofSeries ? Ids.indicatorKey(value.getPair(), value.getDay()) : value.getPair());
    }
    return (ofSeries ? "series " : "latest ")
        + (value != null
            ? value.getDay().getDayOfMonth() + "/" + value.getRevision()
            : (ofSeries ? Ids.dayOfIndicatorKey(output.key()).getDayOfMonth() + " " : "")
                + "removed");
  }

  /** The next record of the source, which stands there from now on. */
  private ConsumerRecord<String, TensionIndicator> read(
      String pair, String day, TensionIndicator value) {
    NavigableMap<String, TensionIndicator> days =
        source.computeIfAbsent(pair, unknown -> new TreeMap<>());
    if (value == null) {
      days.remove(day);
    } else {
      days.put(day, value);
    }
    return new ConsumerRecord<>(TOPICS.indicators().name(), 0, 0, pair + '#' + day, value);
  }
}
