package org.tensiometer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.contracts.Tick;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.headers.StreamsErrorHeaders;
import org.tensiometer.wire.registry.RegistryUnavailableException;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

class TransactionalForwarderTest {

  private static final Topics TOPICS = Topics.withDefaults();
  private static final String SOURCE = TOPICS.generations().name();
  private static final TopicPartition PARTITION = new TopicPartition(SOURCE, 0);
  private static final Map<String, ?> CONFIG =
      Map.of("schema.registry.url", "mock://forwarder-" + System.nanoTime());

  private final AvroSerdes serdes = new AvroSerdes(CONFIG);
  private final ReplayingConsumer consumer = new ReplayingConsumer();
  private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
  private Supplier<MockProducer<byte[], byte[]>> firstProducer = TestProducer::new;
  private Duration longestMapping = Duration.ofMinutes(1);
  private RecordMapper<GenerationPointer> mapper = record -> List.of(copy(record));

  @Test
  void shouldWriteOutputsAndOffsetsOfABatchInOneTransaction() {
    given(pointer(0, "a"), pointer(1, "b"));
    runUntilForwarded(2);
    MockProducer<byte[], byte[]> producer = producers.get(0);
    assertThat(producer.commitCount()).isEqualTo(1);
    assertThat(keys(producer)).containsExactly("a", "b");
    assertThat(committedOffset(producer)).isEqualTo(2);
    assertThat(producer.closed()).isTrue();
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void shouldReadABatchAgainWhoseTransactionWasAborted() {
    // poll: a b -> registry out -> abort; poll: a b -> commit
    List<String> mapped = new ArrayList<>();
    mapper =
        record -> {
          mapped.add(record.key());
          if (mapped.size() == 2) {
            throw new RegistryUnavailableException("out for a moment");
          }
          return List.of(copy(record));
        };
    given(pointer(0, "a"), pointer(1, "b"));
    runUntilForwarded(2);
    assertThat(mapped).containsExactly("a", "b", "a", "b");
    assertThat(producers).hasSize(1);
    assertThat(keys(producers.get(0))).containsExactly("a", "b");
    assertThat(producers.get(0).commitCount()).isEqualTo(1);
  }

  @Test
  void shouldGoOnWithANewProducerAfterACommitOfUnknownOutcome() {
    firstProducer = UnheardProducer::new;
    given(pointer(0, "a"));
    runUntilForwarded(1);
    assertThat(producers).hasSize(2);
    assertThat(producers.get(0).closed()).isTrue();
    assertThat(producers.get(0).history()).isEmpty();
    assertThat(keys(producers.get(1))).containsExactly("a");
    assertThat(committedOffset(producers.get(1))).isEqualTo(1);
  }

  @Test
  void shouldTellTheMapperThatItsLastBatchMayStandAfterACommitOfUnknownOutcome() {
    firstProducer = UnheardProducer::new;
    List<String> told = new ArrayList<>();
    mapper = new TellingMapper(told);
    given(pointer(0, "a"));
    runUntilForwarded(1);
    assertThat(told).containsExactly("assigned", "a", "assigned", "a", "committed");
  }

  @Test
  void shouldTellTheMapperOfAnAbort() {
    List<String> told = new ArrayList<>();
    mapper =
        new TellingMapper(told) {
          @Override
          public List<ProducerRecord<String, Object>> map(
              ConsumerRecord<String, GenerationPointer> record) {
            if (!told.contains("aborted")) {
              throw new RegistryUnavailableException("out for a moment");
            }
            return super.map(record);
          }
        };
    given(pointer(0, "a"));
    runUntilForwarded(1);
    assertThat(told).containsExactly("assigned", "aborted", "a", "committed");
    assertThat(producers).hasSize(1);
  }

  @Test
  void shouldWriteWhatIsMappedWhenMappingTakesLongAndReadTheRestAgain() {
    longestMapping = Duration.ZERO;
    List<String> told = new ArrayList<>();
    mapper = new TellingMapper(told);
    given(pointer(0, "a"), pointer(1, "b"), pointer(2, "c"));
    runUntilForwarded(3);
    assertThat(told)
        .containsExactly("assigned", "a", "committed", "b", "committed", "c", "committed");
    assertThat(keys(producers.get(0))).containsExactly("a", "b", "c");
    assertThat(producers.get(0).commitCount()).isEqualTo(3);
  }

  @Test
  void shouldBeginATransactionOnlyWhenEverythingIsMapped() {
    mapper =
        record -> {
          assertThat(producers.get(0).transactionInFlight()).isFalse();
          return List.of(copy(record));
        };
    given(pointer(0, "a"), pointer(1, "b"));
    runUntilForwarded(2);
    assertThat(keys(producers.get(0))).containsExactly("a", "b");
    assertThat(producers.get(0).history())
        .as("a failed assertion would make dead letters")
        .allSatisfy(record -> assertThat(record.topic()).isEqualTo("out"));
  }

  @Test
  void shouldWriteWhatIsMappedWhenItIsToldToEnd() {
    TransactionalForwarder<?>[] told = new TransactionalForwarder<?>[1];
    mapper =
        record -> {
          told[0].stop();
          return List.of(copy(record));
        };
    given(pointer(0, "a"), pointer(1, "b"));
    TransactionalForwarder<GenerationPointer> forwarder = forwarder();
    told[0] = forwarder;
    forwarder.run();
    assertThat(keys(producers.get(0))).containsExactly("a");
    assertThat(committedOffset(producers.get(0))).isEqualTo(1);
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void shouldPutAnUndecodableRecordIntoTheDeadLettersOfTheSameTransaction() {
    byte[] noAvro = "no Avro".getBytes(StandardCharsets.UTF_8);
    given(pointer(0, "a"), record(1, "b", noAvro), pointer(2, "c"));
    runUntilForwarded(3);
    MockProducer<byte[], byte[]> producer = producers.get(0);
    assertThat(producer.commitCount()).isEqualTo(1);
    assertThat(keys(producer)).containsExactly("a", "b", "c");
    assertThat(committedOffset(producer)).isEqualTo(3);

    ProducerRecord<byte[], byte[]> sent = producer.history().get(1);
    assertThat(sent.topic()).isEqualTo(TOPICS.deadLetters().name());
    DeadLetter letter =
        serdes.value(DeadLetter.class).deserializer().deserialize(sent.topic(), sent.value());
    assertThat(letter.getReason()).isEqualTo("undecodable");
    assertThat(letter.getStage()).isEqualTo("test-sink");
    assertThat(letter.getOriginTopic()).isEqualTo(SOURCE);
    assertThat(letter.getOriginOffset()).isEqualTo(1);
    assertThat(letter.getValue().array()).isEqualTo(noAvro);
    assertThat(letter.getMessage()).contains("0x6e");
    assertThat(text(sent.headers(), LineageHeaders.ORIGIN_TOPIC)).isEqualTo(SOURCE);
    assertThat(text(sent.headers(), LineageHeaders.ORIGIN_OFFSET)).isEqualTo("1");
    assertThat(text(sent.headers(), StreamsErrorHeaders.EXCEPTION))
        .isEqualTo("org.tensiometer.wire.serde.PoisonRecordException");
  }

  @Test
  void shouldPutARecordThatTheMapperRefusesIntoTheDeadLetters() {
    mapper =
        record -> {
          throw new IllegalArgumentException("a route is missing");
        };
    given(pointer(0, "a"));
    runUntilForwarded(1);
    ProducerRecord<byte[], byte[]> sent = producers.get(0).history().get(0);
    DeadLetter letter =
        serdes.value(DeadLetter.class).deserializer().deserialize(sent.topic(), sent.value());
    assertThat(letter.getReason()).isEqualTo("invalid");
    assertThat(letter.getMessage()).isEqualTo("a route is missing");
  }

  @Test
  void shouldPutARecordWhoseOutputIsTooLargeIntoTheDeadLetters() {
    firstProducer = TooLargeProducer::new;
    given(pointer(0, "a"));
    List<String> tried = new ArrayList<>();
    mapper =
        record -> {
          tried.add(record.key());
          return List.of(copy(record));
        };
    runUntilForwarded(1);
    assertThat(tried).containsExactly("a");
    ProducerRecord<byte[], byte[]> sent = producers.get(0).history().get(0);
    assertThat(sent.topic()).isEqualTo(TOPICS.deadLetters().name());
  }

  @Test
  void shouldStopWhenAnotherProcessHasItsTransactionalId() {
    firstProducer = FencedProducer::new;
    given(pointer(0, "a"));
    TransactionalForwarder<GenerationPointer> forwarder = forwarder();
    assertThatThrownBy(forwarder::run).isInstanceOf(ProducerFencedException.class);
    assertThat(consumer.closed()).isTrue();
    assertThat(producers).hasSize(1);
    assertThat(producers.get(0).history()).isEmpty();
  }

  @Test
  void shouldStopWhenTheRegistryRefusesTheSchemaOfItsOutput() {
    mapper =
        record -> {
          ProducerRecord<String, Object> copy = copy(record);
          return List.of(
              new ProducerRecord<>(
                  "refused",
                  copy.key(),
                  new Tick(Instant.EPOCH, ClockSource.DATA, LocalDate.EPOCH)));
        };
    serdes
        .value(GenerationPointer.class)
        .serializer()
        .serialize("refused", new GenerationPointer("g1", null, Instant.EPOCH));
    given(pointer(0, "a"));
    assertThatThrownBy(forwarder()::run)
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("refused-value");
    assertThat(producers.get(0).history()).isEmpty();
  }

  @Test
  void shouldForwardTombstones() {
    given(record(0, "a", null));
    runUntilForwarded(1);
    assertThat(producers.get(0).history().get(0).value()).isNull();
    assertThat(producers.get(0).history().get(0).topic()).isEqualTo("out");
  }

  @Test
  void shouldCloseWhatWasNeverRun() {
    TransactionalForwarder<GenerationPointer> forwarder = forwarder();
    forwarder.close();
    assertThat(consumer.closed()).isTrue();
    assertThatThrownBy(forwarder::run).isInstanceOf(IllegalStateException.class);
  }

  @SafeVarargs
  private void given(ConsumerRecord<byte[], byte[]>... records) {
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(PARTITION));
          consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
          consumer.updateEndOffsets(Map.of(PARTITION, (long) records.length));
          for (ConsumerRecord<byte[], byte[]> record : records) {
            consumer.addRecord(record);
          }
        });
  }

  private TransactionalForwarder<GenerationPointer> forwarder() {
    return new TransactionalForwarder<>(
        new ForwarderSettings<>(
            "test-sink", "0", TOPICS.generations(), TOPICS.deadLetters(), "g1", 500, CONFIG),
        mapper,
        consumer,
        this::newProducer,
        longestMapping);
  }

  private void runUntilForwarded(long records) {
    TransactionalForwarder<GenerationPointer> forwarder = forwarder();
    Thread thread = new Thread(forwarder, "forwarder-under-test");
    thread.start();
    while (thread.isAlive() && forwarder.positions().getOrDefault(PARTITION, 0L) < records) {
      Thread.onSpinWait();
    }
    forwarder.close();
  }

  private Producer<byte[], byte[]> newProducer() {
    MockProducer<byte[], byte[]> producer =
        producers.isEmpty() ? firstProducer.get() : new TestProducer();
    producers.add(producer);
    return producer;
  }

  private ConsumerRecord<byte[], byte[]> pointer(long offset, String key) {
    GenerationPointer value = new GenerationPointer(key, null, Instant.EPOCH);
    return record(
        offset, key, serdes.value(GenerationPointer.class).serializer().serialize(SOURCE, value));
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, String key, byte[] value) {
    return new ConsumerRecord<>(SOURCE, 0, offset, key.getBytes(StandardCharsets.UTF_8), value);
  }

  private static ProducerRecord<String, Object> copy(
      ConsumerRecord<String, GenerationPointer> record) {
    return new ProducerRecord<>("out", record.key(), record.value());
  }

  private static List<String> keys(MockProducer<byte[], byte[]> producer) {
    return producer.history().stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }

  private static long committedOffset(MockProducer<byte[], byte[]> producer) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        producer.consumerGroupOffsetsHistory().get(0).values().iterator().next();
    return offsets.get(PARTITION).offset();
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  /** The mock forgets what it has delivered; this one gives it again after a seek. */
  private static final class ReplayingConsumer extends MockConsumer<byte[], byte[]> {

    private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

    ReplayingConsumer() {
      super("earliest");
    }

    @Override
    public synchronized void addRecord(ConsumerRecord<byte[], byte[]> record) {
      log.add(record);
      super.addRecord(record);
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
      super.seek(partition, offset);
      log.stream().filter(record -> record.offset() >= offset).forEach(super::addRecord);
    }
  }

  /** Copies, and notes what it is told. */
  private static class TellingMapper implements RecordMapper<GenerationPointer> {

    private final List<String> told;

    TellingMapper(List<String> told) {
      this.told = told;
    }

    @Override
    public List<ProducerRecord<String, Object>> map(
        ConsumerRecord<String, GenerationPointer> record) {
      told.add(record.key());
      return List.of(copy(record));
    }

    @Override
    public void assigned(Collection<TopicPartition> partitions) {
      told.add("assigned");
    }

    @Override
    public void committed() {
      told.add("committed");
    }

    @Override
    public void aborted() {
      told.add("aborted");
    }
  }

  private static class TestProducer extends MockProducer<byte[], byte[]> {

    TestProducer() {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }
  }

  /** Does not hear what became of its commit. */
  private static final class UnheardProducer extends TestProducer {

    UnheardProducer() {
      commitTransactionException = new TimeoutException("no answer");
      abortTransactionException = new IllegalStateException("commit must be retried");
    }
  }

  private static final class FencedProducer extends TestProducer {

    @Override
    public void initTransactions() {
      super.initTransactions();
      fenceProducer();
    }
  }

  /** As the real one: tells the callback, and refuses to commit afterwards. */
  private static final class TooLargeProducer extends TestProducer {

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> record, Callback callback) {
      commitTransactionException = null;
      if (record.topic().equals("out")) {
        RecordTooLargeException fault = new RecordTooLargeException("more than the broker takes");
        commitTransactionException = new KafkaException("in an error state", fault);
        callback.onCompletion(null, fault);
      }
      return super.send(record, callback);
    }
  }
}
