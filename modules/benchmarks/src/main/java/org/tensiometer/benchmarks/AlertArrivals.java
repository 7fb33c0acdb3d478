package org.tensiometer.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.app.Settings;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * A subscriber of alerts, committed ones only, who notes when the first one of each pair and kind
 * came.
 */
final class AlertArrivals implements AutoCloseable {

  /**
   * @param written time in the alert's record
   * @param read when the subscriber had it
   */
  record Arrival(Instant written, Instant read) {}

  private static final Duration POLL = Duration.ofMillis(20);

  private final Map<AlertKind, Map<String, Arrival>> first = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closed;

  AlertArrivals(Settings settings, TopicDescriptor<TensionAlert> topic) {
    thread = new Thread(() -> read(settings, topic), "benchmark-" + topic.name());
    thread.start();
  }

  private void read(Settings settings, TopicDescriptor<TensionAlert> topic) {
    try (Consumer<String, byte[]> consumer =
            TopicContents.follower(settings.clients(), "benchmark-" + topic.name());
        Deserializer<TensionAlert> values =
            new AvroSerdes(settings.clients()).valueDeserializer(TensionAlert.class)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (record.value() != null) {
            Instant now = Instant.now();
            TensionAlert alert = values.deserialize(topic.name(), record.value());
            first
                .computeIfAbsent(alert.getKind(), kind -> new ConcurrentHashMap<>())
                .putIfAbsent(
                    alert.getPair(), new Arrival(Instant.ofEpochMilli(record.timestamp()), now));
          }
        }
      }
    }
  }

  /** By pair. */
  Map<String, Arrival> first(AlertKind kind) {
    return first.getOrDefault(kind, Map.of());
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
