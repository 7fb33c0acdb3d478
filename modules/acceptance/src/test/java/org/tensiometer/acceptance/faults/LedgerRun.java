package org.tensiometer.acceptance.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Tick;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.EveryClaimInItsPair;
import org.tensiometer.testkit.ExactlyThesePoisonous;
import org.tensiometer.testkit.NothingCountedTwice;
import org.tensiometer.testkit.NothingLost;
import org.tensiometer.testkit.SameAnswer;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * Sends a ledger's claims to an installation, portion by portion, and says at the end whether the
 * topology's answer is the one that the ledger demands.
 */
final class LedgerRun implements AutoCloseable {

  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
  private static final Topics TOPICS = Installation.TOPICS;
  private static final int FEWEST_ARTICLES_OF_A_DAY = 21;
  private static final int CLAIMS_TO_AN_ARTICLE_OF_A_DAY = 240;

  private final Installation installation;
  private final ClaimLedger ledger;

  /** By their numbers: the claims themselves are made again when they are asked for. */
  private final BitSet sent = new BitSet();

  private final ExactlyThesePoisonous poison = new ExactlyThesePoisonous();
  private final List<Tick> ticks = new ArrayList<>();
  private final Producer<String, byte[]> producer;
  private final Serializer<ClaimEvent> claims;
  private final Serializer<Tick> tickValues;
  private boolean dated;
  private int number;

  /**
   * Creates the topics.
   *
   * @param articlesOfADay articles of the ledger that share a day
   */
  LedgerRun(Installation installation, int replicas, int articlesOfADay) {
    this.installation = installation;
    this.ledger = new ClaimLedger(FIRST_DAY, articlesOfADay);
    AvroSerdes serdes = installation.serdes();
    this.claims = serdes.valueSerializer(ClaimEvent.class);
    this.tickValues = serdes.valueSerializer(Tick.class);
    Map<String, Object> config = new HashMap<>(installation.cluster().clientConfig());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    installation.createTopics(replicas);
  }

  /** For so many claims, on one broker. */
  static LedgerRun of(Installation installation, int claims) {
    return of(installation, 1, claims);
  }

  /** For so many claims: the days grow with them, not their number. */
  static LedgerRun of(Installation installation, int replicas, int claims) {
    return new LedgerRun(
        installation,
        replicas,
        Math.max(FEWEST_ARTICLES_OF_A_DAY, claims / CLAIMS_TO_AN_ARTICLE_OF_A_DAY));
  }

  /** Writes records with the time of what they tell, as an archive that is copied keeps them. */
  LedgerRun dated() {
    dated = true;
    return this;
  }

  /** Lets the sender learn its schemas, without sending. */
  void warmUp() {
    claims.serialize(TOPICS.claims().name(), ledger.claim(0));
    tickValues.serialize(TOPICS.ticks().name(), ledger.tickAt(0));
  }

  /** Sends so many more claims, oldest first, and a tick behind them. */
  LedgerRun send(int count) {
    for (int end = number + count; number < end; number++) {
      ClaimEvent claim = ledger.claim(number);
      send(claim, claims.serialize(TOPICS.claims().name(), claim));
      sent.set(number);
    }
    tick(ledger.tickAt(number));
    return this;
  }

  /** Sends bytes of this kind in the place of the next claim, which nobody will count. */
  LedgerRun sendPoison(Poison kind) {
    ClaimEvent claim = ledger.claim(number++);
    byte[] value = kind.of(claim, installation.serdes());
    RecordMetadata place = send(claim, value).join();
    poison.onPoison(place.topic(), place.partition(), place.offset(), kind.reason(), value);
    return this;
  }

  /** Closes all days. */
  LedgerRun close(int daysLater) {
    tick(ledger.lastTick(number + daysLater * ClaimLedger.CLAIMS_OF_AN_ARTICLE));
    return this;
  }

  /** When the first of what is told was published. */
  Instant firstDay() {
    return ledger.firstDay().atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  int sent() {
    return sent.cardinality();
  }

  /** Sends the next claim in a record of this time, which must be refused as invalid. */
  void sendRefused(Instant time) {
    ClaimEvent claim = ledger.claim(number++);
    byte[] value = claims.serialize(TOPICS.claims().name(), claim);
    refused(send(record(claim, time.toEpochMilli(), value)).join(), value);
  }

  /**
   * Sends the next claim in a record of this time, which the brokers do not take.
   *
   * @return what they say
   */
  Throwable sendDated(Instant time) {
    ClaimEvent claim = ledger.claim(number++);
    byte[] value = claims.serialize(TOPICS.claims().name(), claim);
    return send(record(claim, time.toEpochMilli(), value))
        .handle((metadata, fault) -> fault)
        .join();
  }

  /** Sends a tick of this time to one partition, which must be refused as invalid. */
  void sendRefusedTick(Instant time) {
    byte[] value =
        tickValues.serialize(
            TOPICS.ticks().name(), new Tick(time, ClockSource.DATA, ledger.firstDay()));
    refused(
        send(new ProducerRecord<String, byte[]>(TOPICS.ticks().name(), 0, null, value)).join(),
        value);
  }

  private void refused(RecordMetadata place, byte[] value) {
    poison.onPoison(place.topic(), place.partition(), place.offset(), DeadLetters.INVALID, value);
  }

  /** Milliseconds, or null for the time of sending. */
  private Long timeOf(Instant told) {
    return dated ? told.toEpochMilli() : null;
  }

  private CompletableFuture<RecordMetadata> send(ClaimEvent claim, byte[] value) {
    return send(record(claim, timeOf(claim.getPublished()), value));
  }

  private static ProducerRecord<String, byte[]> record(
      ClaimEvent claim, Long timestamp, byte[] value) {
    return new ProducerRecord<>(
        TOPICS.claims().name(),
        KeyPartition.of(claim.getArticleId(), TOPICS.partitions()),
        timestamp,
        Ids.claimKey(claim),
        value);
  }

  private CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
    CompletableFuture<RecordMetadata> place = new CompletableFuture<>();
    producer.send(
        record,
        (metadata, fault) -> {
          if (fault == null) {
            place.complete(metadata);
          } else {
            place.completeExceptionally(fault);
          }
        });
    return place;
  }

  private void tick(Tick tick) {
    producer.flush();
    for (int partition = 0; partition < TOPICS.partitions(); partition++) {
      producer.send(
          new ProducerRecord<>(
              TOPICS.ticks().name(),
              partition,
              timeOf(tick.getTime()),
              null,
              tickValues.serialize(TOPICS.ticks().name(), tick)));
    }
    producer.flush();
    ticks.add(tick);
  }

  /**
   * Waits until the topology has read everything and published what follows from it.
   *
   * @throws AssertionError if the answer is not the one of the ledger, and does not become it
   */
  void checkAnswer(GroupProgress progress) {
    checkCounts(progress);
    checkAllFields();
  }

  /** As {@link #checkAnswer}, without the fields that only telling it all again could give. */
  void checkCounts(GroupProgress progress) {
    tick(ledger.lastTick(number));
    awaitPublished(progress);
    // What is published from now on would be too much. A tick that says nothing new goes through
    // behind it.
    tick(ledger.lastTick(number));
    awaitRead(progress);
    pairs().check();
    checkClaims();
    checkDeadLetters();
  }

  /** Waits until all that was sent is read, and the indicators of it are published. */
  void awaitPublished(GroupProgress progress) {
    awaitRead(progress);
    Await.until(
        "the indicators of the ledger", () -> pairs().breaches().size(), breaches -> breaches == 0);
  }

  private void awaitRead(GroupProgress progress) {
    for (Set<String> topics :
        List.of(
            Set.of(TOPICS.claims().name(), TOPICS.ticks().name()),
            Set.of(TOPICS.applicationId() + "-pair-claims-repartition"))) {
      Await.until(
          topics + " to be read", () -> progress.lag(progress.ends(topics)), lag -> lag == 0);
    }
  }

  private EveryClaimInItsPair pairs() {
    EveryClaimInItsPair pairs = new EveryClaimInItsPair();
    sent.stream()
        .forEach(
            number -> pairs.onCounting(ledger.pairOf(number).toString(), ledger.dayOf(number)));
    last(TOPICS.indicators()).values().forEach(pairs::onIndicator);
    return pairs;
  }

  private void checkClaims() {
    NothingLost lost = new NothingLost();
    NothingCountedTwice twice = new NothingCountedTwice();
    sentClaims()
        .map(claim -> claim.getClaim().getClaimId())
        .forEach(
            id -> {
              lost.onProduced(id);
              twice.onProduced(id);
            });
    installation
        .cluster()
        .reader()
        .forEach(
            TOPICS.codedClaims().name(),
            installation.serdes().valueDeserializer(CodedClaim.class),
            record -> {
              lost.onDisposed(record.key());
              twice.onDisposed(record.key(), record.value().getDisposition());
            });
    lost.check();
    twice.check();
  }

  private void checkDeadLetters() {
    installation
        .cluster()
        .reader()
        .records(
            TOPICS.deadLetters().name(), installation.serdes().valueDeserializer(DeadLetter.class))
        .forEach(letter -> poison.onDeadLetter(letter.value()));
    poison.check();
  }

  private void checkAllFields() {
    LedgerOracle oracle = LedgerOracle.of(sentClaims(), ticks);
    // The last tick may make more to be published than is published at a time.
    Await.until(
        "the last records of the oracle",
        () ->
            Stream.of(
                    SameAnswer.of(oracle.indicators(), last(TOPICS.indicators())),
                    SameAnswer.of(oracle.alerts(), last(TOPICS.alerts())))
                .flatMap(answer -> answer.breaches().stream())
                .toList(),
        List::isEmpty);
  }

  private Stream<ClaimEvent> sentClaims() {
    return sent.stream().mapToObj(ledger::claim);
  }

  <V extends SpecificRecord> SortedMap<String, V> last(TopicDescriptor<V> topic) {
    return installation
        .cluster()
        .lastRecords(topic.name(), installation.serdes().valueDeserializer(topic.valueType()));
  }

  @Override
  public void close() {
    producer.close();
  }
}
