package org.tensiometer.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class LateClaimsTest {

  private static final Instant NOON = Instant.parse("2024-06-21T12:00:00Z");
  private static final byte[] EVENT = {4, 5, 6};
  private static int installations;

  private TestCluster cluster;
  private Topics topics;
  private LateClaims late;
  private Decisions decisions;

  @BeforeEach
  void install(TestCluster cluster) {
    this.cluster = cluster;
    topics = new Topics("late-" + ++installations, "g1", 2);
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(topics.all());
    }
    late = new LateClaims(cluster.clientConfig(), topics);
    decisions = new Decisions(cluster.clientConfig(), topics, () -> NOON, late);
    tell("a#0", EVENT);
    tellLate("a", "c1", 0);
  }

  @Test
  void shouldSendTheRecordAgainMarkedToCountAndOnlyOnce() {
    assertThat(listed(Selection.ALL))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo(topics.claims().name() + "-1@0");
              assertThat(one.letter().getClaimId()).isEqualTo("c1");
              assertThat(one.letter().getMessage()).isEqualTo("late: received 40 days after");
            });

    assertThat(decisions.redrive(selected(Selection.ALL), 3)).containsValue(Outcome.REDRIVEN);
    assertThat(decisions.redrive(selected(Selection.ALL), 3))
        .as("nothing is left to send")
        .isEmpty();

    List<ConsumerRecord<String, byte[]>> claims = claims();
    assertThat(claims).hasSize(2);
    ConsumerRecord<String, byte[]> again = claims.get(1);
    assertThat(again.partition()).isEqualTo(1);
    assertThat(again.key()).isEqualTo("a#0");
    assertThat(again.value()).isEqualTo(EVENT);
    assertThat(again.headers().toArray())
        .extracting(Header::key)
        .containsExactly("own", LineageHeaders.ATTEMPT, LineageHeaders.LATE_ADMITTED);
  }

  @Test
  void shouldSendTheNewestRecordOfItsKey() {
    tell("a#0", new byte[] {7});

    assertThat(decisions.redrive(selected(Selection.ALL), 3)).containsValue(Outcome.REDRIVEN);

    assertThat(claims().get(2).value()).containsExactly(7);
  }

  @Test
  void shouldKnowNothingOfWhatWasErasedOrIsLateNoMore() {
    tell("b#0", EVENT);
    tellLate("b", "c2", 1);
    tell("a#0", null);
    send(topics.late().name(), "c2", null, new RecordHeaders());

    assertThat(listed(Selection.ALL)).isEmpty();
  }

  @Test
  void shouldRememberWhatWasGivenUp() {
    assertThat(decisions.drop(selected(Selection.ALL))).containsValue(Outcome.DROPPED);

    assertThat(listed(Selection.ALL)).noneMatch(one -> one.decision().isEmpty());
    assertThat(decisions.redrive(selected(Selection.ALL), 3)).containsValue(Outcome.DECIDED);
    assertThat(claims()).hasSize(1);
  }

  @Test
  void shouldSelectByIdReasonTopicArticleAndTime() {
    tell("b#0", EVENT);
    tellLate("b", "c2", 1);
    assertThat(listed(Selection.ALL)).hasSize(2);

    Selection a = new Selection(Set.of(), null, null, "a", null, null);
    Selection b = new Selection(Set.of(), null, null, "b", null, null);
    assertThat(found(a)).containsExactly("c1");
    String id = listed(b).get(0).id();
    assertThat(found(Selection.of(id))).containsExactly("c2");
    assertThat(late.select(Selection.of("other-0@1")).missing()).containsExactly("other-0@1");
    assertThat(found(new Selection(Set.of(), "late", null, null, null, null))).hasSize(2);
    assertThat(found(new Selection(Set.of(), "invalid", null, null, null, null))).isEmpty();
    String claims = topics.claims().name();
    assertThat(found(new Selection(Set.of(), null, claims, null, NOON, null))).hasSize(2);
    assertThat(found(new Selection(Set.of(), null, "other", null, null, null))).isEmpty();
    assertThat(found(new Selection(Set.of(), null, null, null, null, NOON))).isEmpty();

    assertThat(decisions.redrive(selected(a), 3)).hasSize(1).containsValue(Outcome.REDRIVEN);
    assertThat(found(Selection.ALL)).as("the other is left").containsExactly("c2");
  }

  @Test
  void shouldLeaveWhatWasTriedOftenEnough() {
    RecordHeaders headers = new RecordHeaders();
    header(headers, LineageHeaders.ATTEMPT, "3");
    send(topics.claims().name(), "a#0", EVENT, headers);

    assertThat(decisions.redrive(selected(Selection.ALL), 3)).containsValue(Outcome.EXHAUSTED);
    assertThat(claims()).hasSize(2);
    assertThat(decisions.redrive(selected(Selection.ALL), 4)).containsValue(Outcome.REDRIVEN);
    assertThat(claims()).hasSize(3);
  }

  private List<RefusedCase> selected(Selection selection) {
    return late.select(selection).cases();
  }

  private List<RefusedRecord> listed(Selection selection) {
    List<RefusedRecord> listed = new ArrayList<>();
    new RefusedListing(cluster.clientConfig(), topics, late)
        .pages(selected(selection), true, listed::addAll);
    return listed;
  }

  private List<String> found(Selection selection) {
    return listed(selection).stream().map(one -> one.letter().getClaimId()).toList();
  }

  private List<ConsumerRecord<String, byte[]>> claims() {
    return cluster.reader().records(topics.claims().name(), (topic, bytes) -> bytes);
  }

  private void tell(String key, byte[] event) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("own", new byte[] {7});
    send(topics.claims().name(), key, event, headers);
  }

  private void tellLate(String article, String claimId, long offset) {
    RecordHeaders headers = new RecordHeaders();
    header(headers, LineageHeaders.ORIGIN_TOPIC, topics.claims().name());
    header(headers, LineageHeaders.ORIGIN_PARTITION, "1");
    header(headers, LineageHeaders.ORIGIN_OFFSET, Long.toString(offset));
    byte[] value =
        new AvroSerdes(cluster.clientConfig())
            .valueSerializer(CodedClaim.class)
            .serialize(topics.late().name(), claim(article, claimId));
    send(topics.late().name(), claimId, value, headers);
  }

  private void send(String topic, String key, byte[] value, Headers headers) {
    cluster.produce(
        List.of(new ProducerRecord<>(topic, 1, null, key, value, headers)),
        new ByteArraySerializer());
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static CodedClaim claim(String article, String claimId) {
    return CodedClaim.newBuilder()
        .setClaimId(claimId)
        .setArticleId(article)
        .setReceivedAt(NOON)
        .setRevision(new Revision(NOON, "0"))
        .setClaimIndex(0)
        .setGeneration("g1")
        .setSentence(new SentenceSpan(0, 0, 5, "words"))
        .setAttribution(Attribution.NARRATED)
        .setPredicate(new Predicate("said", "say", 1, 0, 4, PredicateKind.VERB))
        .setSource(List.of())
        .setTarget(List.of())
        .setFactuality(Factuality.ASSERTED)
        .setHistorical(false)
        .setDay(LocalDate.parse("2024-05-12"))
        .setDayBasis(DayBasis.TEXT)
        .setConfidence(0.8)
        .setLexicon("1")
        .setCoder("1")
        .setEngine(new Engine("hand", "1"))
        .setDisposition(Disposition.LATE)
        .setReason("late: received 40 days after")
        .build();
  }
}
