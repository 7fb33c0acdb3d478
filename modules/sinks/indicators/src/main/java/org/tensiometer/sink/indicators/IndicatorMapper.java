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
import org.tensiometer.wire.topics.Topics;

/**
 * Every indicator to the series of its pair, and to the latest of its pair unless a newer day
 * stands there: a late revision of an older day must not hide today. All days of a pair are in one
 * partition, so that one process sees them all.
 */
final class IndicatorMapper implements RecordMapper<TensionIndicator> {

  private final String latestTopic;
  private final String seriesTopic;
  private final Supplier<LatestDays> load;
  private LatestDays latest;

  /**
   * @param load reads the newest days from the topic of latest indicators
   */
  IndicatorMapper(Topics topics, Supplier<LatestDays> load) {
    latestTopic = topics.indicatorsLatest().name();
    seriesTopic = topics.indicatorsSeries().name();
    this.load = load;
  }

  @Override
  public List<ProducerRecord<String, Object>> map(ConsumerRecord<String, TensionIndicator> record) {
    if (latest == null) {
      // Only now: the committed offset was read, so no older process has a transaction open.
      latest = load.get();
    }
    TensionIndicator indicator = record.value();
    return indicator == null ? removed(record.key()) : written(indicator);
  }

  private List<ProducerRecord<String, Object>> written(TensionIndicator indicator) {
    String pair = indicator.getPair();
    List<ProducerRecord<String, Object>> outputs = new ArrayList<>();
    outputs.add(new ProducerRecord<>(seriesTopic, pair, indicator));
    LocalDate newest = latest.of(pair);
    if (newest == null || !indicator.getDay().isBefore(newest)) {
      latest.written(pair, indicator.getDay());
      outputs.add(new ProducerRecord<>(latestTopic, pair, indicator));
    }
    return outputs;
  }

  private List<ProducerRecord<String, Object>> removed(String key) {
    String pair = Ids.pairOfIndicatorKey(key);
    if (!LocalDate.parse(key.substring(pair.length() + 1)).equals(latest.of(pair))) {
      return List.of();
    }
    latest.written(pair, null);
    return List.of(new ProducerRecord<>(latestTopic, pair, null));
  }

  @Override
  public void assigned(Collection<TopicPartition> partitions) {
    latest = null;
  }

  @Override
  public void committed() {
    if (latest != null) {
      latest.commit();
    }
  }

  @Override
  public void aborted() {
    if (latest != null) {
      latest.abort();
    }
  }
}
