package org.tensiometer.app.backtest;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.backtest.EventFile.Numbered;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.Settling;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.topology.pair.PairBacklog;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * Runs rows of event data through the topology as it is shipped, on a Kafka of its own; only the
 * coder and the configuration of the indicator are those for event data.
 */
final class EventTopology {

  private static final int THREADS_MAX = 4;
  private static final Duration START = Duration.ofMinutes(2);

  /** All days of all pairs are published at once, in one transaction, which takes a while. */
  private static final Duration LONGEST_PUBLICATION = Duration.ofMinutes(15);

  /** Publishing sooner would only publish what the next rows change again. */
  private static final Duration PUBLISH_EVERY = Duration.ofSeconds(3);

  private final Path data;
  private final String dataSet;
  private final Consumer<String> progress;
  private final TensionConfig config = TensionConfig.eventData();

  /**
   * @param data empty folder for Kafka and the state of the topology
   * @param dataSet name of the data set
   */
  EventTopology(Path data, String dataSet, Consumer<String> progress) {
    this.data = data;
    this.dataSet = dataSet;
    this.progress = progress;
  }

  /**
   * Feeds the rows and waits for everything that follows from them.
   *
   * @param rows at least one
   * @throws UserError if the topology stops or leaves something out
   */
  BacktestResult run(List<Numbered> rows) throws InterruptedException {
    List<Numbered> ordered = new ArrayList<>(rows);
    ordered.sort(Comparator.comparing(numbered -> numbered.row().date()));
    LocalDate first = ordered.get(0).row().date();
    LocalDate last = ordered.get(ordered.size() - 1).row().date();
    Set<CountryPair> pairs = rows.stream().map(n -> n.row().pair()).collect(toSet());
    try (Closing closing = new Closing()) {
      EmbeddedStack stack = closing.add(EmbeddedStack.start(data, Ports.FREE));
      int threads = Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors());
      Topics topics = Topics.withDefaults();
      Settings settings =
          new Settings(stack.bootstrapServers(), stack.registryUrl(), topics, Map.of());
      Preparation.ensureTopics(settings, Routes.NONE);
      EventFeed feed =
          closing.add(
              new EventFeed(settings.clients(), topics, first, config.thresholds().closeHours()));
      feed(ordered, feed);
      progress.accept(
          "Computing " + pairs.size() + " pairs from " + first + " to " + last + " ...");
      compute(settings, threads, feed, last, closing);
      requireNothingRefused(settings);
      DailyScores scores = scores(settings, first, last);
      long missing = scores.missing(pairs.size());
      if (missing > 0) {
        throw UserError.environment(
            "the topology left out " + missing + " days of pairs; this is a fault of Tensiometer",
            null);
      }
      return new BacktestResult(scores, alerts(settings));
    }
  }

  private void feed(List<Numbered> ordered, EventFeed feed) {
    RowClaims claims = new RowClaims(dataSet);
    LocalDate day = null;
    for (Numbered numbered : ordered) {
      LocalDate date = numbered.row().date();
      if (day != null && !date.equals(day)) {
        feed.closed(day);
      }
      day = date;
      feed.claim(claims.of(numbered));
    }
    feed.closed(day);
    feed.flush();
  }

  private void compute(
      Settings settings, int threads, EventFeed feed, LocalDate last, Closing closing)
      throws InterruptedException {
    Map<String, Object> streaming = new HashMap<>(settings.clients());
    streaming.put(
        StreamsConfig.STATE_DIR_CONFIG, data.resolve("streams").toAbsolutePath().toString());
    streaming.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    int longest = Math.toIntExact(LONGEST_PUBLICATION.toMillis());
    streaming.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), longest);
    streaming.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), longest);
    TensionStreams streams =
        closing.add(
            new TensionStreams(
                streaming,
                settings.topics(),
                new RowCoder(new EventClasses()),
                config,
                new PairStageSettings(
                    PUBLISH_EVERY, Integer.MAX_VALUE, 1, PairStageSettings.PUBLISH_FOR, true)));
    streams.start();
    try {
      streams.awaitRunning(START);
    } catch (TimeoutException e) {
      throw UserError.environment("the topology does not start: " + e.getMessage(), e);
    }
    new Settling(
            settings,
            () -> PairBacklog.isEmpty(streams.kafkaStreams(), settings.topics().partitions()),
            () -> {
              feed.closed(last);
              feed.flush();
            },
            List.of(),
            () -> requireAtWork(streams))
        .await();
  }

  private static void requireAtWork(TensionStreams streams) {
    UserError.requireAtWork("the topology", streams.failure());
  }

  private static void requireNothingRefused(Settings settings) {
    List<DeadLetter> letters = new ArrayList<>();
    read(settings, settings.topics().deadLetters(), (key, letter) -> letters.add(letter));
    if (!letters.isEmpty()) {
      throw UserError.environment(
          "the topology refused "
              + letters.size()
              + " rows, the first one of "
              + letters.get(0).getArticleId()
              + ": "
              + letters.get(0).getMessage(),
          null);
    }
  }

  private static DailyScores scores(Settings settings, LocalDate first, LocalDate last) {
    DailyScores scores = new DailyScores(first, last);
    read(
        settings,
        settings.topics().indicators(),
        (key, indicator) -> {
          if (indicator != null) {
            scores.put(indicator);
          }
        });
    return scores;
  }

  // An alert that is over says so and leaves a tombstone; what it said last is asked for here.
  private static List<RaisedAlert> alerts(Settings settings) {
    Map<String, TensionAlert> last = new HashMap<>();
    read(
        settings,
        settings.topics().alerts(),
        (id, alert) -> {
          if (alert != null) {
            last.put(id, alert);
          }
        });
    last.values().removeIf(alert -> alert.getKind() == AlertKind.WITHDRAW);
    Map<String, TensionIndicator> raised = firstDays(settings, last.values());
    return last.values().stream()
        .map(alert -> new RaisedAlert(alert, raised.get(firstDayKey(alert))))
        .sorted(
            Comparator.comparing((RaisedAlert alert) -> alert.last().getPair())
                .thenComparing(alert -> alert.last().getFirstDay())
                .thenComparing(alert -> alert.last().getAlertId()))
        .toList();
  }

  private static Map<String, TensionIndicator> firstDays(
      Settings settings, Collection<TensionAlert> alerts) {
    Set<String> wanted = alerts.stream().map(EventTopology::firstDayKey).collect(toSet());
    Map<String, TensionIndicator> records = new HashMap<>();
    read(
        settings,
        settings.topics().indicators(),
        (key, indicator) -> {
          if (wanted.contains(key)) {
            records.put(key, indicator);
          }
        });
    return records;
  }

  private static String firstDayKey(TensionAlert alert) {
    return Ids.indicatorKey(alert.getPair(), alert.getFirstDay());
  }

  private static <V extends SpecificRecord> void read(
      Settings settings, TopicDescriptor<V> topic, BiConsumer<String, V> taker) {
    try (var consumer =
            TopicContents.consumer(settings.clients(), settings.topics().prefix() + "-backtest");
        Deserializer<V> values =
            new AvroSerdes(settings.clients()).valueDeserializer(topic.valueType())) {
      TopicContents.read(
          consumer,
          topic.name(),
          record -> taker.accept(record.key(), values.deserialize(topic.name(), record.value())));
    }
  }
}
