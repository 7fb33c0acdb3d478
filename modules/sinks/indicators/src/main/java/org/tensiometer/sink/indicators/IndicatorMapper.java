package org.tensiometer.sink.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.RecordMapper;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * Every indicator to the series of its pair, and to the latest of its pair unless a newer day
 * stands there: a late revision of an older day must not hide today. Where the newest day is
 * removed, the newest one that is left becomes the latest. All days of a pair are in one partition,
 * so that one process sees them all.
 */
final class IndicatorMapper implements RecordMapper<TensionIndicator> {

  private final String latestTopic;
  private final TopicDescriptor<TensionIndicator> series;
  private final Supplier<LatestDays> load;
  private final StandingIndicators standing;
  private LatestDays latest;

  /**
   * @param load reads the newest days from the topic of latest indicators
   * @param standing in the source, which says at least what was mapped
   */
  IndicatorMapper(Topics topics, Supplier<LatestDays> load, StandingIndicators standing) {
    latestTopic = topics.indicatorsLatest().name();
    series = topics.indicatorsSeries();
    this.load = load;
    this.standing = standing;
  }

  @Override
  public List<ProducerRecord<String, Object>> map(ConsumerRecord<String, TensionIndicator> record) {
    if (latest == null) {
      // Only now: the committed offset was read, so no older process has a transaction open.
      latest = load.get();
    }
    String pair = Ids.pairOfIndicatorKey(record.key());
    List<ProducerRecord<String, Object>> outputs = new ArrayList<>();
    outputs.add(
        new ProducerRecord<>(
            series.name(),
            KeyPartition.of(pair, series.partitions()),
            record.key(),
            record.value()));
    LocalDate newest = latest.of(pair);
    if (record.value() == null) {
      if (Ids.dayOfIndicatorKey(record.key()).equals(newest)) {
        outputs.add(newLatest(pair, standing.newest(pair)));
      }
    } else if (newest == null || !record.value().getDay().isBefore(newest)) {
      outputs.add(newLatest(pair, record.value()));
    }
    return outputs;
  }

  /**
   * @param indicator null if none is left
   */
  private ProducerRecord<String, Object> newLatest(String pair, TensionIndicator indicator) {
    latest.written(pair, indicator == null ? null : indicator.getDay());
    return new ProducerRecord<>(latestTopic, pair, indicator);
  }

  @Override
  public void assigned(Collection<TopicPartition> partitions) {
    latest = null;
    standing.forget();
  }

  @Override
  public void committed() {
    standing.forget();
    if (latest != null) {
      latest.commit();
    }
  }

  @Override
  public void aborted() {
    standing.forget();
    if (latest != null) {
      latest.abort();
    }
  }
}
