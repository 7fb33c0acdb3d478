package org.tensiometer.sink.indicators;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicContents;

/**
 * In a topic of indicators. A partition is read through when it is first asked about, which takes
 * long where it is large, and its days are remembered by their offsets until {@link #forget}.
 */
final class StandingInTopic implements StandingIndicators {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Deserializer<TensionIndicator> indicators;
  private final String topic;

  /** Offset of the last record of each day, by pair, of the partitions that were read. */
  private final Map<TopicPartition, Map<String, NavigableMap<LocalDate, Long>>> read =
      new HashMap<>();

  /** Open from the first question until {@link #forget}. */
  private Consumer<String, byte[]> consumer;

  /**
   * @param consumers read_committed, without a group
   * @param topic of indicators, partitioned by pair
   */
  StandingInTopic(
      Supplier<Consumer<String, byte[]>> consumers,
      Deserializer<TensionIndicator> indicators,
      String topic) {
    this.consumers = consumers;
    this.indicators = indicators;
    this.topic = topic;
  }

  @Override
  public TensionIndicator newest(String pair) {
    if (consumer == null) {
      consumer = consumers.get();
    }
    TopicPartition partition =
        new TopicPartition(topic, KeyPartition.of(pair, consumer.partitionsFor(topic).size()));
    NavigableMap<LocalDate, Long> days =
        read.computeIfAbsent(partition, this::days)
            .getOrDefault(pair, Collections.emptyNavigableMap());
    if (days.isEmpty()) {
      return null;
    }
    String key = Ids.indicatorKey(pair, days.lastKey());
    ConsumerRecord<String, byte[]> record = at(partition, days.lastEntry().getValue());
    // Another record: that of the day was replaced meanwhile, and what replaced it will come.
    return record.key().equals(key) ? indicators.deserialize(topic, record.value()) : null;
  }

  @Override
  public void forget() {
    read.clear();
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }

  private Map<String, NavigableMap<LocalDate, Long>> days(TopicPartition partition) {
    Map<String, NavigableMap<LocalDate, Long>> days = new HashMap<>();
    TopicContents.readFrom(
        consumer,
        consumer.beginningOffsets(List.of(partition)),
        record -> {
          NavigableMap<LocalDate, Long> ofPair =
              days.computeIfAbsent(Ids.pairOfIndicatorKey(record.key()), pair -> new TreeMap<>());
          LocalDate day = Ids.dayOfIndicatorKey(record.key());
          if (record.value() == null) {
            ofPair.remove(day);
          } else {
            ofPair.put(day, record.offset());
          }
        });
    return days;
  }

  private ConsumerRecord<String, byte[]> at(TopicPartition partition, long offset) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    while (true) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        return record;
      }
    }
  }
}
