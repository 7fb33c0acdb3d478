package org.tensiometer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.Tick;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.Overrides;
import org.tensiometer.ingest.source.ReadResult;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** Ingests into a log that is a list; each test reads what a reader of committed records sees. */
class IngestTest {

  private static final Clock WALL =
      Clock.fixed(Instant.parse("2025-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Topics TOPICS = new Topics("tensiometer", "g1", 3);
  private static final String TWO_ARTICLES =
      """
      {"id": "a", "published": "2024-06-20", "body": "One.\\nTwo."}
      {"id": "b", "published": "2024-06-21T08:00:00Z", "body": "NONE"}
      """;

  private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://ingest"));
  private final List<ProducerRecord<String, byte[]>> log = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  @Test
  void shouldPublishAnArticleAndItsClaimsToThePartitionOfTheArticle() {
    IngestReport report = ingest(TWO_ARTICLES);

    assertThat(report.published()).isEqualTo(2);
    assertThat(report.claims()).isEqualTo(2);
    assertThat(keys(TOPICS.articles().name())).containsExactly("a", "b");
    assertThat(keys(TOPICS.claims().name())).containsExactly("a#0", "a#1", "b#0");
    int partitionOfA = KeyPartition.of("a", 3);
    assertThat(records(TOPICS.claims().name()).subList(0, 2))
        .allMatch(claim -> claim.partition() == partitionOfA);
    assertThat(records(TOPICS.articles().name()).get(0).partition()).isEqualTo(partitionOfA);
  }

  @Test
  void shouldTakeABackfilledArticleAsReceivedWhenItWasPublished() {
    ingest(TWO_ARTICLES);

    assertThat(article("b").getReceivedAt()).isEqualTo("2024-06-21T08:00:00Z");
    assertThat(claims().get(0).getReceivedAt()).isEqualTo("2024-06-20T00:00:00Z");
  }

  @Test
  void shouldTellTheTimeOfTheInputToEveryPartitionAtItsEnd() {
    ingest(TWO_ARTICLES);

    assertThat(ticks()).hasSize(3).allMatch(ticks().get(0)::equals);
    assertThat(ticks().get(0).getTime()).isEqualTo("2024-06-21T08:00:00Z");
    assertThat(ticks().get(0).getFeedStart()).isEqualTo(LocalDate.parse("2024-06-20"));
    assertThat(records(TOPICS.ticks().name()))
        .extracting(ProducerRecord::partition)
        .containsExactly(0, 1, 2);
  }

  @Test
  void shouldPublishNothingForTheSameArticlesAgainAndTellTheSameTime() {
    ingest(TWO_ARTICLES);
    Tick first = ticks().get(0);
    log.removeIf(record -> record.topic().equals(TOPICS.ticks().name()));
    int before = log.size();

    IngestReport again = ingest(TWO_ARTICLES);

    assertThat(again.published()).isZero();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(ticks()).hasSize(3).allMatch(first::equals);
    assertThat(log).hasSize(before + 3);
  }

  @Test
  void shouldPublishAChangedArticleAsANewerRevision() {
    ingest("{\"id\": \"a\", \"published\": \"2024-06-20\", \"body\": \"One.\"}");
    ingest("{\"id\": \"a\", \"published\": \"2024-06-20\", \"body\": \"Two.\"}");
    ingest(
        "{\"id\": \"a\", \"published\": \"2024-06-20\", \"updated\": \"2024-06-22\","
            + " \"body\": \"Three.\"}");

    assertThat(articles())
        .extracting(article -> article.getRevision().getUpdatedAt().toString())
        .containsExactly(
            "2024-06-20T00:00:00Z", "2024-06-20T00:00:00.001Z", "2024-06-22T00:00:00Z");
  }

  @Test
  void shouldNotTakeAnEarlierRevisionThatComesAgainForANewOne() {
    String both =
        """
        {"id": "a", "published": "2024-06-20", "body": "One."}
        {"id": "a", "published": "2024-06-20", "body": "Two."}
        """;
    ingest(both);
    ingest(both);
    ingest(
        "{\"id\": \"a\", \"published\": \"2024-06-20\", \"updated\": \"2024-06-19\","
            + " \"body\": \"Zero.\"}");

    assertThat(articles()).extracting(Article::getBody).containsExactly("One.", "Two.");
  }

  /**
   * An undisturbed run writes [a, b, tick]. This one dies behind a, and is run again: the last
   * records must be the same.
   */
  @Test
  void shouldGiveTheSameLogWhenRunAgainAfterItDied() {
    ingest(TWO_ARTICLES);
    List<String> undisturbed = lastRecords();
    log.removeIf(
        record -> !"a".equals(record.key()) && !String.valueOf(record.key()).startsWith("a#"));

    ingest(TWO_ARTICLES);

    assertThat(lastRecords()).isEqualTo(undisturbed);
  }

  @Test
  void shouldGoOnBehindWhatCannotBeReadOrAnalysed() {
    IngestReport report =
        ingest(
            """
            {"id": "a"}
            {"id": "b", "published": "2024-06-21", "body": "Two."}
            """);

    assertThat(problems).singleElement().asString().startsWith("-:1: 'body' is missing");
    assertThat(report.problems()).isOne();
    assertThat(keys(TOPICS.articles().name())).containsExactly("b");
  }

  @Test
  void shouldCountEveryArticleOnceAsPublishedKnownOrSkippedWithItsReason() {
    ingest("{\"id\": \"a\", \"published\": \"2024-06-20\", \"body\": \"One.\"}");
    IngestReport report =
        ingest(
            """
            {"id": "a", "published": "2024-06-20", "body": "One."}
            {"id": "b", "published": "2024-06-20", "body": "Two.", "outlet": "Example"}
            {"id": "c", "title": "Three."}
            {"id": "d", "body": "Four.", "language": "de"}
            {"id": "e", "body": "Five.", "published": "2204-06-21"}
            {"id": "f", "body": "Six.", "published": "1955-06-21"}
            {"id": "g"}
            """);

    assertThat(report.published()).isEqualTo(2);
    assertThat(report.unchanged()).isOne();
    assertThat(report.skipped())
        .containsExactly(
            Map.entry("in German, not English", 1),
            Map.entry("with a date that cannot be true", 2));
    assertThat(report.read()).isEqualTo(6);
    assertThat(report.untold()).isEqualTo(new IngestReport.Untold(1, 2, 1));
    assertThat(problems)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("-:5: is dated 2204-06-21T00:00:00Z, which"),
            second -> assertThat(second).startsWith("-:6: is dated 1955-06-21T00:00:00Z; right"),
            third -> assertThat(third).startsWith("-:7: 'body' is missing"));
    assertThat(keys(TOPICS.articles().name())).containsExactly("a", "b", "c");
  }

  /** The topic of articles forgets an erased article: after a while even its tombstone is gone. */
  @Test
  void shouldNotTakeInAgainWhatWasErasedUntilThatIsAllowed() {
    String marks = TOPICS.erased().name();
    log.add(new ProducerRecord<>(marks, 0, "a", new byte[] {1}));

    IngestReport report = ingest(TWO_ARTICLES);

    assertThat(report.skipped()).containsExactly(Map.entry("erased, not taken in again", 1));
    assertThat(report.articleIds()).containsExactly("b");
    assertThat(keys(TOPICS.claims().name())).containsExactly("b#0");
    assertThat(ticks().get(0).getFeedStart()).isEqualTo(LocalDate.parse("2024-06-21"));

    log.add(new ProducerRecord<>(marks, 0, "a", null));
    assertThat(ingest(TWO_ARTICLES).published()).isOne();
    assertThat(keys(TOPICS.articles().name())).containsExactly("b", "a");
  }

  @Test
  void shouldTellOfTwoArticlesOfOneInputThatShareAnIdButNotOfACorrection() {
    IngestReport report =
        ingest(
            """
            {"id": "a", "published": "2024-06-20", "body": "One."}
            {"id": "a", "published": "2024-06-20", "body": "One."}
            {"id": "a", "published": "2024-06-20", "body": "Two."}
            {"id": "b", "published": "2024-06-20", "body": "One."}
            {"id": "b", "published": "2024-06-20", "updated": "2024-06-21", "body": "Two."}
            """);

    assertThat(problems)
        .containsExactly(
            "-:3: has the id \"a\" of -:1 and other words; taken for its correction; right would be"
                + " an id of its own, or \"updated\" where it is one");
    assertThat(report.published()).isEqualTo(4);
  }

  @Test
  void shouldTellTheTimeOfTheWallWhenNoArticleTellsItsOwn() {
    ingest("{\"id\": \"a\", \"body\": \"One.\"}");

    assertThat(article("a").getReceivedAt()).isEqualTo(WALL.instant());
    assertThat(ticks().get(0).getTime()).isEqualTo(WALL.instant());
    assertThat(ticks().get(0).getClock()).isEqualTo(ClockSource.WALL);
  }

  @Test
  void shouldGiveNoTickWithoutArticles() {
    ingest("{}");

    assertThat(ticks()).isEmpty();
  }

  @Test
  void shouldLetNoDateOfTheFutureMoveTheClock() {
    ingest(
        """
        {"id": "a", "published": "2024-06-21", "body": "One."}
        {"id": "b", "published": "2204-06-21", "body": "Two."}
        """);

    assertThat(ticks().get(0).getTime()).isEqualTo("2024-06-21T00:00:00Z");
  }

  @Test
  void shouldReportAnArticleThatTheBrokersRefuseForItsSizeAndGoOn() {
    MockProducer<String, byte[]> producer = producer();
    producer.commitTransactionException =
        new KafkaException("commit", new RecordTooLargeException("too large"));

    TransactionalWriter writer = TransactionalWriter.ofIngest(producer, "test");

    assertThatThrownBy(() -> writer.write(List.of(new ProducerRecord<>("topic", "k", null))))
        .isInstanceOf(RecordTooLargeException.class);
    assertThat(producer.transactionAborted()).isTrue();
  }

  @Test
  void shouldSayWhoTookOver() {
    assertThat(takenOver(producer -> TransactionalWriter.ofIngest(producer, "test")))
        .isInstanceOf(IngestStoppedException.class)
        .hasMessageContaining("another ingest named \"test\"");
    assertThat(takenOver(TransactionalWriter::ofClock))
        .isInstanceOf(IngestStoppedException.class)
        .hasMessage("another clock has started and took over; one is enough");
  }

  private static Throwable takenOver(
      Function<Producer<String, byte[]>, TransactionalWriter> writers) {
    MockProducer<String, byte[]> producer = producer();
    TransactionalWriter writer = writers.apply(producer);
    producer.commitTransactionException = new ProducerFencedException("fenced");
    return catchThrowable(() -> writer.write(List.of(new ProducerRecord<>("topic", "k", null))));
  }

  @Test
  void shouldEndWhenItIsInterruptedWhileItCommits() {
    InterruptException interrupted = new InterruptException(new InterruptedException());
    MockProducer<String, byte[]> producer =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
          @Override
          public void abortTransaction() {
            throw new IllegalStateException("the commit must be retried");
          }
        };
    producer.commitTransactionException = interrupted;
    try {
      TransactionalWriter writer = TransactionalWriter.ofIngest(producer, "test");

      assertThatThrownBy(() -> writer.write(List.of(new ProducerRecord<>("topic", "k", null))))
          .isSameAs(interrupted);
    } finally {
      assertThat(Thread.interrupted()).as("still to be seen by who waits").isTrue();
    }
  }

  private IngestReport ingest(String jsonLines) {
    MockProducer<String, byte[]> producer = producer();
    try (IngestConnection connection =
        new IngestConnection(
            producer,
            TransactionalWriter.ofIngest(producer, "test"),
            this::consumer,
            TOPICS,
            serdes)) {
      Ingest ingest =
          new Ingest(
              new LineSplitter(),
              connection,
              WALL,
              new Ingest.Listener() {
                @Override
                public void problem(ReadResult.Problem problem) {
                  problems.add(problem.toString());
                }

                @Override
                public void progress(int articles) {}
              });
      return ingest.run(
          new ArticleReader(
              Overrides.NONE, new ByteArrayInputStream(jsonLines.getBytes(StandardCharsets.UTF_8))),
          List.of("-"),
          2);
    } finally {
      log.addAll(producer.history());
    }
  }

  private static MockProducer<String, byte[]> producer() {
    return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  }

  /** Reads the articles and the erasures of the log. */
  private Consumer<String, byte[]> consumer() {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    records.addAll(show(consumer, TOPICS.articles()));
    records.addAll(show(consumer, TOPICS.erased()));
    consumer.schedulePollTask(
        () ->
            records.stream()
                .filter(record -> consumer.assignment().contains(partition(record)))
                .forEach(consumer::addRecord));
    return consumer;
  }

  private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private List<ConsumerRecord<String, byte[]>> show(
      MockConsumer<String, byte[]> consumer, TopicDescriptor<?> descriptor) {
    String topic = descriptor.name();
    List<PartitionInfo> partitions = new ArrayList<>();
    Map<TopicPartition, Long> begins = new HashMap<>();
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (int partition = 0; partition < descriptor.partitions(); partition++) {
      partitions.add(new PartitionInfo(topic, partition, null, null, null));
      begins.put(new TopicPartition(topic, partition), 0L);
      ends.put(new TopicPartition(topic, partition), 0L);
    }
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (ProducerRecord<String, byte[]> record : records(topic)) {
      TopicPartition partition = new TopicPartition(topic, record.partition());
      long offset = ends.merge(partition, 1L, Long::sum) - 1;
      records.add(
          new ConsumerRecord<>(
              topic,
              record.partition(),
              offset,
              0L,
              TimestampType.CREATE_TIME,
              0,
              0,
              record.key(),
              record.value(),
              record.headers(),
              java.util.Optional.empty()));
    }
    consumer.updatePartitions(topic, partitions);
    consumer.updateBeginningOffsets(begins);
    consumer.updateEndOffsets(ends);
    return records;
  }

  private List<ProducerRecord<String, byte[]>> records(String topic) {
    return log.stream().filter(record -> record.topic().equals(topic)).toList();
  }

  private List<String> keys(String topic) {
    return records(topic).stream().map(ProducerRecord::key).toList();
  }

  private List<Article> articles() {
    return values(TOPICS.articles().name(), Article.class);
  }

  private Article article(String id) {
    return articles().stream().filter(a -> a.getArticleId().equals(id)).findFirst().orElseThrow();
  }

  private List<ClaimEvent> claims() {
    return values(TOPICS.claims().name(), ClaimEvent.class);
  }

  private List<Tick> ticks() {
    return values(TOPICS.ticks().name(), Tick.class);
  }

  private <T extends org.apache.avro.specific.SpecificRecord> List<T> values(
      String topic, Class<T> type) {
    return records(topic).stream()
        .map(record -> serdes.valueDeserializer(type).deserialize(topic, record.value()))
        .toList();
  }

  private List<String> lastRecords() {
    Map<String, String> last = new java.util.TreeMap<>();
    log.forEach(
        record ->
            last.put(
                record.topic() + '/' + record.partition() + '/' + record.key(),
                java.util.HexFormat.of().formatHex(record.value()) + record.headers()));
    return last.entrySet().stream().map(Object::toString).toList();
  }
}
