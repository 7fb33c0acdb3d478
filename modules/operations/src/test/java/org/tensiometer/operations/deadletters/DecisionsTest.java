package org.tensiometer.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.operations.OperatorWriter;
import org.tensiometer.operations.PageSize;
import org.tensiometer.operations.RefusedOperationException;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class DecisionsTest {

  private static final byte[] POISON = {1, 2, 3, -1};
  private static final Instant NOW = Instant.parse("2024-06-22T10:00:00Z");
  private static int installations;

  private TestCluster cluster;
  private Topics topics;
  private RefusedSource source;
  private Decisions decisions;

  @BeforeEach
  void install(TestCluster cluster) {
    this.cluster = cluster;
    topics = new Topics("redrive-" + ++installations, "g1", 2);
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(topics.all());
    }
    source = new RefusedRecords(cluster.clientConfig(), topics);
    decisions = new Decisions(cluster.clientConfig(), topics, () -> NOW, source);
  }

  @Test
  void shouldSendTheBytesAgainToTheirPlaceWithTheNextAttempt() {
    send(topics.claims().name(), 1, "a#0", POISON);
    refuse(1, 0, "a#0", 1);

    assertThat(outcomes(decisions.planRedrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.REDRIVEN);
    assertThat(claims()).as("a plan changes nothing").hasSize(1);
    assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.REDRIVEN);

    ConsumerRecord<String, byte[]> again = claims().get(1);
    assertThat(again.partition()).isEqualTo(1);
    assertThat(again.key()).isEqualTo("a#0");
    assertThat(again.value()).isEqualTo(POISON);
    assertThat(again.headers().toArray())
        .extracting(Header::key)
        .containsExactly("own", LineageHeaders.ATTEMPT);
    DeadLetter next = DeadLetters.of(rawOf(again), "claims", "g1", "undecodable", fault());
    assertThat(next.getAttempt()).isEqualTo(2);
  }

  @Test
  void shouldNeverSendARecordTwiceHoweverManyGenerationsRefusedIt() {
    send(topics.claims().name(), 0, "a#0", POISON);
    refuse(0, 0, "a#0", 1);
    refuse(0, 0, "a#0", 1);

    assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.REDRIVEN);
    assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.DECIDED);

    assertThat(claims()).hasSize(2);
  }

  /**
   * [slow begins, swift sends the record again, slow would send it again]: what the slow one had
   * read is no longer so.
   */
  @Test
  void shouldSendARecordOnceWhenTwoOperatorsActAtOnce() {
    String claims = topics.claims().name();
    send(claims, 0, "a#0", POISON);
    refuse(0, 0, "a#0", 1);
    try (OperatorWriter slow = new OperatorWriter(cluster.clientConfig(), topics)) {
      assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
          .containsExactly(Outcome.REDRIVEN);

      assertThatThrownBy(() -> slow.write(List.of(new ProducerRecord<>(claims, 0, null, POISON))))
          .isInstanceOf(RefusedOperationException.class)
          .hasMessageContaining("someone else has begun to write as an operator");
    }
    assertThat(claims()).as("the refused record and the one sent again").hasSize(2);
  }

  /** The tombstone of an erased article, or a correction, must stay the last record of its key. */
  @Test
  void shouldNotPutAnOlderRecordBehindANewerOne() {
    send(topics.claims().name(), 0, "a#0", POISON);
    send(topics.claims().name(), 0, "a#0", null);
    refuse(0, 0, "a#0", 1);

    assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.SUPERSEDED);

    assertThat(claims()).hasSize(2);
  }

  @Test
  void shouldLeaveWhatWasTriedOftenEnoughAndWhatWasGivenUp() {
    send(topics.claims().name(), 0, "a#0", POISON);
    send(topics.claims().name(), 0, "b#0", POISON);
    refuse(0, 0, "a#0", 3);
    refuse(0, 1, "b#0", 1);
    Selection b =
        new Selection(Set.of(topics.claims().name() + "-0@1"), null, null, null, null, null);

    assertThat(outcomes(decisions.drop(selected(b)))).containsExactly(Outcome.DROPPED);

    assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.EXHAUSTED, Outcome.DECIDED);
    assertThat(claims()).hasSize(2);
  }

  @Test
  void shouldSelectByReasonTopicArticleAndTime() {
    refuse(0, 0, "a#0", 1);
    Instant written = Instant.ofEpochMilli(1_000);
    assertThat(selected(new Selection(Set.of(), "undecodable", null, null, null, null))).hasSize(1);
    assertThat(selected(new Selection(Set.of(), "invalid", null, null, null, null))).isEmpty();
    assertThat(selected(new Selection(Set.of(), null, "other", null, null, null))).isEmpty();
    assertThat(selected(new Selection(Set.of(), null, null, "art", null, null))).hasSize(1);
    assertThat(selected(new Selection(Set.of(), null, null, "other", null, null))).isEmpty();
    assertThat(selected(new Selection(Set.of(), null, null, null, written, null))).hasSize(1);
    assertThat(selected(new Selection(Set.of(), null, null, null, null, written))).isEmpty();
  }

  @Test
  void shouldSayThatATopicIsGone() {
    DeadLetter letter =
        DeadLetter.newBuilder(letter(0, 0, "a#0", 1)).setOriginTopic("gone-for-good").build();
    send(letter);

    assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.HOMELESS);
  }

  /**
   * [a, b, a, c, d, e], two records a transaction, broken off while the second is made. The second
   * refusal of a is by another generation.
   */
  @Test
  void shouldSendTheRestWhenItWasBrokenOffBetweenTwoTransactions() {
    List<String> keys = List.of("a#0", "b#0", "c#0", "d#0", "e#0");
    sendPoison(keys);
    refuse(0, 0, "a#0", 2);
    refuse(0, 1, "b#0", 2);
    refuse(0, 0, "a#0", 2);
    for (int i = 2; i < keys.size(); i++) {
      refuse(0, i, keys.get(i), 2);
    }
    PageSize two = new PageSize(2, 1_000_000);
    AtomicInteger marks = new AtomicInteger();
    InstantSource brokenOff =
        () -> {
          if (marks.incrementAndGet() == 4) {
            throw new IllegalStateException("broken off");
          }
          return NOW;
        };
    List<RefusedCase> cases = selected(Selection.ALL);

    assertThatThrownBy(
            () ->
                new Decisions(cluster.clientConfig(), topics, brokenOff, source, two)
                    .redrive(cases, 3))
        .hasMessage("broken off");
    assertThat(claims()).as("the first transaction, and nothing of the second").hasSize(7);

    Counted counted = new Counted();
    Decisions again = new Decisions(cluster.clientConfig(), topics, () -> NOW, counted, two);
    assertThat(outcomes(again.redrive(selected(Selection.ALL), 3)))
        .containsExactly(
            Outcome.DECIDED, Outcome.DECIDED, Outcome.REDRIVEN, Outcome.REDRIVEN, Outcome.REDRIVEN);

    assertThat(counted.asked).as("letters in hand").containsExactly(2, 1);
    assertThat(counted.sent).as("written before the next were read").containsExactly(7, 9);
    assertThat(claims().subList(5, 10))
        .extracting(ConsumerRecord::key, DecisionsTest::attempt)
        .containsExactly(
            tuple("a#0", "3"),
            tuple("b#0", "3"),
            tuple("c#0", "3"),
            tuple("d#0", "3"),
            tuple("e#0", "3"));
    assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
        .containsOnly(Outcome.DECIDED);
  }

  /** [a, b], a record a transaction: while a is sent again, a correction of b comes. */
  @Test
  void shouldNotOvertakeACorrectionThatCameWhileOthersWereSentAgain() {
    sendPoison(List.of("a#0", "b#0"));
    refuse(0, 0, "a#0", 1);
    refuse(0, 1, "b#0", 1);
    assertThat(outcomes(decisions.planRedrive(selected(Selection.ALL), 3)))
        .containsOnly(Outcome.REDRIVEN);
    Counted counted = new Counted();
    counted.meanwhile = () -> send(topics.claims().name(), 0, "b#0", new byte[] {9});
    PageSize one = new PageSize(1, 1_000_000);

    assertThat(
            outcomes(
                new Decisions(cluster.clientConfig(), topics, () -> NOW, counted, one)
                    .redrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.REDRIVEN, Outcome.SUPERSEDED);

    assertThat(claims()).hasSize(4);
    assertThat(claims().get(2).value()).as("the correction of b").containsExactly(9);
  }

  @Test
  void shouldListAPageAtATimeAndSayWhatIsGone() {
    for (int i = 0; i < 5; i++) {
      refuse(0, i, "a#" + i, 1);
    }
    Counted counted = new Counted();
    PageSize two = new PageSize(2, 1_000_000);
    RefusedListing listing = new RefusedListing(cluster.clientConfig(), topics, counted, two);
    List<String> order = new ArrayList<>();

    int listed =
        listing.pages(
            selected(Selection.ALL),
            false,
            page -> order.add("listed " + page.size() + ", read " + counted.asked.size()));

    assertThat(listed).isEqualTo(5);
    assertThat(order).containsExactly("listed 2, read 1", "listed 2, read 2", "listed 1, read 3");

    List<RefusedCase> cases = selected(Selection.ALL);
    deleteLetters(cases.get(1).told().get(0).offset() + 1);
    assertThatThrownBy(() -> source.letters(cases))
        .isInstanceOf(RefusedOperationException.class)
        .hasMessageContaining("@0 was removed or moved meanwhile");
    assertThat(selected(Selection.ALL)).hasSize(3);
  }

  @Test
  void shouldKnowWhichNamedOnesAreNotThereWhateverElseIsSelected() {
    refuse(0, 0, "a#0", 1);
    String there = topics.claims().name() + "-0@0";

    Selected selected =
        source.select(
            new Selection(Set.of(there, "no-0@1", "no-0@2"), "invalid", null, null, null, null));

    assertThat(selected.cases()).isEmpty();
    assertThat(selected.missing()).containsExactly("no-0@1", "no-0@2");
  }

  /** Counts the letters asked for, and the claims that stand when they are. */
  private final class Counted implements RefusedSource {

    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> sent = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    @Override
    public Selected select(Selection selection) {
      return source.select(selection);
    }

    @Override
    public List<DeadLetter> letters(List<RefusedCase> cases) {
      asked.add(cases.size());
      sent.add(claims().size());
      if (asked.size() == 1) {
        meanwhile.run();
      }
      return source.letters(cases);
    }
  }

  private void deleteLetters(long before) {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(topics.deadLetters().name(), 0),
                  RecordsToDelete.beforeOffset(before)))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    }
  }

  private static String attempt(ConsumerRecord<String, byte[]> record) {
    return new String(
        record.headers().lastHeader(LineageHeaders.ATTEMPT).value(), StandardCharsets.UTF_8);
  }

  private List<RefusedCase> selected(Selection selection) {
    return source.select(selection).cases();
  }

  private static Collection<Outcome> outcomes(Map<String, Outcome> decided) {
    return new ArrayList<>(decided.values());
  }

  @Test
  void shouldNotSendTheBeginningOfARecordInItsPlace() {
    DeadLetter whole = letter(0, 7, "art#7", 1);
    send(
        DeadLetter.newBuilder(whole)
            .setHeaders(Map.of(LineageHeaders.CUT, ByteBuffer.wrap(new byte[] {'9'})))
            .build());

    assertThat(outcomes(decisions.redrive(selected(Selection.ALL), 3)))
        .containsExactly(Outcome.CUT);
    assertThat(claims()).isEmpty();
    assertThat(outcomes(decisions.drop(selected(Selection.ALL)))).containsExactly(Outcome.DROPPED);
  }

  private List<ConsumerRecord<String, byte[]>> claims() {
    return cluster.reader().records(topics.claims().name(), (topic, bytes) -> bytes);
  }

  private void send(String topic, int partition, String key, byte[] value) {
    cluster.produce(
        List.of(new ProducerRecord<>(topic, partition, key, value)), new ByteArraySerializer());
  }

  /** In one transaction, so that their offsets are 0, 1, 2 ... */
  private void sendPoison(List<String> keys) {
    String claims = topics.claims().name();
    cluster.produce(
        keys.stream().map(key -> new ProducerRecord<>(claims, 0, key, POISON)).toList(),
        new ByteArraySerializer());
  }

  private void refuse(int partition, long offset, String key, int attempt) {
    send(letter(partition, offset, key, attempt));
  }

  private void send(DeadLetter letter) {
    cluster.produce(
        List.of(new ProducerRecord<>(topics.deadLetters().name(), "key", letter)),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(DeadLetter.class));
  }

  private DeadLetter letter(int partition, long offset, String key, int attempt) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("own", new byte[] {7});
    headers.add(LineageHeaders.ARTICLE_ID, "art".getBytes(StandardCharsets.UTF_8));
    headers.add(LineageHeaders.ATTEMPT, Integer.toString(attempt).getBytes(StandardCharsets.UTF_8));
    return DeadLetters.of(
        record(partition, offset, key.getBytes(StandardCharsets.UTF_8), POISON, headers),
        "claims",
        "g1",
        DeadLetters.UNDECODABLE,
        fault());
  }

  private ConsumerRecord<byte[], byte[]> rawOf(ConsumerRecord<String, byte[]> record) {
    return record(
        record.partition(),
        record.offset(),
        record.key().getBytes(StandardCharsets.UTF_8),
        record.value(),
        new RecordHeaders(record.headers().toArray()));
  }

  private ConsumerRecord<byte[], byte[]> record(
      int partition, long offset, byte[] key, byte[] value, RecordHeaders headers) {
    return new ConsumerRecord<>(
        topics.claims().name(),
        partition,
        offset,
        1_000L,
        TimestampType.CREATE_TIME,
        key.length,
        value.length,
        key,
        value,
        headers,
        Optional.empty());
  }

  private static Exception fault() {
    return new IllegalArgumentException("too few bytes");
  }
}
