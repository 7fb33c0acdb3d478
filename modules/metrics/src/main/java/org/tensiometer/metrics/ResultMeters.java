package org.tensiometer.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.serde.PoisonRecordException;
import org.tensiometer.wire.topics.ConsumerSettings;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * Counts what was published, by reading it as a subscriber does: only what is committed counts, and
 * a transaction that was aborted and tried again counts once. The processes of one installation
 * share a consumer group, so that each record is counted by one of them and sums are right.
 */
public final class ResultMeters implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultMeters.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MILLIS = 1_000;
  private static final int MOST_REASONS = 40;
  private static final String OTHER = "other";

  private final MeterRegistry registry;
  private final Map<String, Object> config;
  private final Topics topics;
  private final AvroSerdes serdes;
  private final Map<String, Reader<?>> readers = new HashMap<>();
  private final Set<String> reasons = ConcurrentHashMap.newKeySet();
  private final Timer latency;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "result-meters");
  private volatile Consumer<byte[], byte[]> consumer;

  private ResultMeters(MeterRegistry registry, Map<String, ?> config, Topics topics) {
    this.registry = registry;
    this.config = new HashMap<>(config);
    this.topics = topics;
    this.serdes = new AvroSerdes(config);
    this.latency =
        Timer.builder(Meters.ALERT_LATENCY)
            .description("From the receipt of an alert's last claim to its record")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(10))
            .maximumExpectedValue(Duration.ofMinutes(10))
            .register(registry);
    showAllFromTheStart();
    read(topics.codedClaims(), (record, claim) -> claim(claim));
    read(topics.late(), (record, claim) -> count(Meters.LATE));
    read(topics.deadLetters(), this::deadLetter);
    read(topics.indicators(), (record, indicator) -> indicator(indicator));
    read(topics.liveAlerts(), this::alert);
  }

  /** Starts to count; topics that are not there yet are counted when they come. */
  public static ResultMeters start(MeterRegistry registry, Map<String, ?> config, Topics topics) {
    ResultMeters meters = new ResultMeters(registry, config, topics);
    meters.thread.setDaemon(true);
    meters.thread.start();
    return meters;
  }

  @Override
  public void close() {
    stop.countDown();
    Consumer<byte[], byte[]> reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A counter that appears with its first event is missed by a rate over that event. */
  private void showAllFromTheStart() {
    Arrays.stream(Disposition.values()).forEach(d -> counter(Meters.CLAIMS, "disposition", d));
    Arrays.stream(DayState.values()).forEach(s -> counter(Meters.INDICATORS, "state", s));
    Arrays.stream(AlertKind.values()).forEach(k -> counter(Meters.ALERTS, "kind", k));
    List.of(Meters.CORRECTIONS, Meters.LATE, Meters.ARTICLES).forEach(registry::counter);
  }

  private void run() {
    while (stop.getCount() > 0) {
      try (Consumer<byte[], byte[]> reading = consumer()) {
        consumer = reading;
        while (stop.getCount() > 0) {
          ConsumerRecords<byte[], byte[]> records = reading.poll(POLL);
          for (ConsumerRecord<byte[], byte[]> record : records) {
            take(record);
          }
          if (!records.isEmpty()) {
            reading.commitAsync();
          }
        }
        reading.commitSync();
      } catch (WakeupException e) {
        return;
      } catch (KafkaException e) {
        LOG.warn("Meters of results begin anew", e);
        pause();
      }
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = ConsumerSettings.of(config);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.metersGroup());
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, topics.metersGroup());
    settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    Consumer<byte[], byte[]> made =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<String> names = new java.util.ArrayList<>(readers.keySet());
    names.add(topics.articles().name());
    made.subscribe(names);
    return made;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    if (record.topic().equals(topics.articles().name())) {
      count(Meters.ARTICLES);
      return;
    }
    while (stop.getCount() > 0) {
      try {
        readers.get(record.topic()).take(record);
        return;
      } catch (RetriableException e) {
        LOG.warn("Meters of results wait for the schema registry: {}", e.getMessage());
        pause();
      } catch (PoisonRecordException e) {
        LOG.warn(
            "Meters leave out {}-{}@{}: {}",
            record.topic(),
            record.partition(),
            record.offset(),
            e.getMessage());
        return;
      }
    }
  }

  private void claim(CodedClaim claim) {
    counter(Meters.CLAIMS, "disposition", claim.getDisposition()).increment();
    if (claim.getDisposition() == Disposition.RETRACTED) {
      count(Meters.CORRECTIONS);
    }
    if (claim.getDisposition() == Disposition.NOT_INDEXED) {
      registry.counter(Meters.NOT_INDEXED, "reason", known(claim.getReason())).increment();
    }
  }

  private void deadLetter(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
    if (record.headers().lastHeader(DeadLetters.COPIED) != null) {
      return;
    }
    registry
        .counter(
            Meters.DEAD_LETTERS, "reason", known(letter.getReason()), "stage", letter.getStage())
        .increment();
  }

  private void indicator(TensionIndicator indicator) {
    counter(Meters.INDICATORS, "state", indicator.getState()).increment();
  }

  private void alert(ConsumerRecord<byte[], byte[]> record, TensionAlert alert) {
    counter(Meters.ALERTS, "kind", alert.getKind()).increment();
    long millis = record.timestamp() - alert.getLastReceivedAt().toEpochMilli();
    latency.record(Duration.ofMillis(Math.max(0, millis)));
  }

  /** Reasons are words of ours; a bound keeps a fault from making a series of each of its texts. */
  private String known(String reason) {
    String word = reason == null ? OTHER : reason;
    if (reasons.contains(word) || reasons.size() < MOST_REASONS) {
      reasons.add(word);
      return word;
    }
    return OTHER;
  }

  private void count(String name) {
    registry.counter(name).increment();
  }

  private Counter counter(String name, String tag, Enum<?> value) {
    return registry.counter(name, tag, value.name().toLowerCase(Locale.ROOT));
  }

  private <V extends SpecificRecord> void read(TopicDescriptor<V> topic, Taker<V> taker) {
    readers.put(topic.name(), new Reader<>(serdes.valueDeserializer(topic.valueType()), taker));
  }

  private void pause() {
    try {
      stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Taker<V> {
    void take(ConsumerRecord<byte[], byte[]> record, V value);
  }

  private record Reader<V>(Deserializer<V> values, Taker<V> taker) {
    void take(ConsumerRecord<byte[], byte[]> record) {
      taker.take(record, values.deserialize(record.topic(), record.value()));
    }
  }
}
