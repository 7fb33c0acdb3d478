package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.Topics;

/**
 * Same log, same answer: over partitions, threads, orders, crashes, restarts, generations and serde
 * classes. The answer is that of the ledger: what counts in the end, told once and in order,
 * without a broker.
 */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopologyOnBrokerTest {

  private static final Map<String, String> CONFLUENT =
      Map.of(
          AvroSerdes.SERIALIZER_CLASS,
          "io.confluent.kafka.serializers.KafkaAvroSerializer",
          AvroSerdes.DESERIALIZER_CLASS,
          "io.confluent.kafka.serializers.KafkaAvroDeserializer");

  private final Feed feed = new Feed();
  private TestCluster cluster;
  private Answer undisturbed;

  @BeforeAll
  void runUndisturbed(TestCluster cluster) throws Exception {
    this.cluster = cluster;
    try (BrokerRun run = new BrokerRun(cluster, topics("undisturbed", 1), 1, Map.of())) {
      run.send(feed.records(run.topics(), run.serdes(), 0)).start("one");
      undisturbed = run.awaitAnswer();
      assertAllAccountedFor(run, undisturbed);
    }
  }

  @Test
  void shouldRaiseAnAlertForTheWeekOfBlows() {
    assertThat(undisturbed.alerts()).isNotEmpty();
    assertThat(undisturbed.indicators()).containsKey("KOR-PRK#2024-02-26");
  }

  @Test
  void shouldAnswerWhatTheLedgerSays() {
    Answer told = TopologyBench.told(feed);
    assertThat(undisturbed.indicators()).isEqualTo(told.indicators());
    assertThat(undisturbed.alerts()).isEqualTo(told.alerts());
  }

  @Test
  void shouldAnswerTheSameOverEightPartitionsAfterFallingOverTwiceAndInAReplay() throws Exception {
    try (BrokerRun run = new BrokerRun(cluster, topics("fallen", 8), 4, Map.of())) {
      List<ProducerRecord<String, byte[]>> records = feed.records(run.topics(), run.serdes(), 3);
      int half = records.size() / 2;
      run.send(records.subList(0, half)).fall("one", 40);
      run.send(records.subList(half, records.size())).fall("one", 60).start("one");
      assertThatSame(run.awaitAnswer());
      assertAllAccountedFor(run, undisturbed);
    }
    Topics again = new Topics("fallen", "g2", 8);
    try (BrokerRun replay = new BrokerRun(cluster, again, 3, Map.of())) {
      assertThatSame(replay.start("two").awaitAnswer());
    }
  }

  @Test
  void shouldWithdrawTheAlertOfAnErasedArticleUnderItsIdAndKeepNoWordOfIt() throws Exception {
    try (BrokerRun run = new BrokerRun(cluster, topics("erased", 2), 1, Map.of())) {
      List<ProducerRecord<String, byte[]>> records = feed.records(run.topics(), run.serdes(), 0);
      int before = records.size() - feed.erasures(run.topics()).size();
      Answer standing = run.send(records.subList(0, before)).start("one").awaitAnswer();
      String id = Ids.alert("EGY-ETH", "r1", "FLASH", LocalDate.parse(Feed.graveDay()));
      assertThat(standing.alerts()).containsKey(id);
      assertThat(standing.alerts().toString()).contains(Feed.erasedArticle());

      Answer left = run.send(records.subList(before, records.size())).awaitAnswer();
      assertThatSame(left);
      assertThat(left.toString())
          .doesNotContain(Feed.erasedArticle())
          .doesNotContain(feed.erasedClaims());
      List<TensionAlert> said =
          run.alerts().stream().filter(r -> r.key().equals(id)).map(ConsumerRecord::value).toList();
      assertThat(said.get(said.size() - 1)).isNull();
      assertThat(said.get(said.size() - 2).getKind()).isEqualTo(AlertKind.WITHDRAW);
    }
  }

  @Test
  void shouldAnswerTheSameInAnotherOrderOverFourPartitionsAfterARestart() throws Exception {
    try (BrokerRun run = new BrokerRun(cluster, topics("shuffled", 4), 2, Map.of())) {
      List<ProducerRecord<String, byte[]>> records = feed.records(run.topics(), run.serdes(), 42);
      int half = records.size() / 2;
      run.send(records.subList(0, half)).start("one").awaitSomeCodedClaims().stop();
      run.send(records.subList(half, records.size())).start("one");
      assertThatSame(run.awaitAnswer());
      assertAllAccountedFor(run, undisturbed);
      assertThatEachPairIsInThePartitionOfItsName(run);
    }
  }

  @Test
  void shouldAnswerTheSameWithConfluentsSerdesAfterTheLossOfItsLocalState() throws Exception {
    try (BrokerRun run = new BrokerRun(cluster, topics("confluent", 2), 1, CONFLUENT)) {
      List<ProducerRecord<String, byte[]>> records = feed.records(run.topics(), run.serdes(), 7);
      int half = records.size() / 2;
      run.send(records.subList(0, half)).start("one").awaitSomeCodedClaims().stop();
      run.send(records.subList(half, records.size())).start("another");
      assertThatSame(run.awaitAnswer());
      assertAllAccountedFor(run, undisturbed);
    }
  }

  /** A broker bounds what is sent, which may become a thousand times as long when it is read. */
  @Test
  void shouldGoOnAfterARecordThatIsLongerThanAnyDeadLetter() throws Exception {
    int length = 20_000_000;
    try (BrokerRun run = new BrokerRun(cluster, topics("inflated", 1), 1, Map.of());
        KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers",
                    cluster.bootstrapServers(),
                    "compression.type",
                    "gzip",
                    "max.request.size",
                    2 * length),
                new StringSerializer(),
                new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(run.topics().claims().name(), "x#0", new byte[length]))
          .get();
      run.send(feed.records(run.topics(), run.serdes(), 0)).start("one");
      assertThatSame(run.awaitAnswer());
      assertThat(run.deadLetters())
          .filteredOn(letter -> !DeadLetters.isWhole(letter))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.getReason()).isEqualTo(DeadLetters.UNDECODABLE);
                assertThat(letter.getMessage())
                    .containsPattern("the record has 20000[0-9]{3} bytes");
              });
    }
  }

  private void assertThatSame(Answer answer) {
    assertThat(answer.codedClaims()).isEqualTo(undisturbed.codedClaims());
    assertThat(answer.late()).isEqualTo(undisturbed.late());
    assertThat(answer.indicators()).isEqualTo(undisturbed.indicators());
    assertThat(answer.alerts()).isEqualTo(undisturbed.alerts());
  }

  private void assertThatEachPairIsInThePartitionOfItsName(BrokerRun run) {
    assertThat(cluster.reader().records(run.topics().indicators().name(), (topic, bytes) -> bytes))
        .isNotEmpty()
        .allSatisfy(
            indicator ->
                assertThat(indicator.partition())
                    .isEqualTo(
                        KeyPartition.of(
                            Ids.pairOfIndicatorKey(indicator.key()), run.topics().partitions())));
  }

  /** Every claim id has one disposition or is a dead letter, and the sums agree. */
  private void assertAllAccountedFor(BrokerRun run, Answer answer) {
    assertThat(answer.dispositions()).isEqualTo(feed.dispositions());
    List<DeadLetter> letters = run.deadLetters();
    assertThat(letters.stream().filter(l -> l.getReason().equals("undecodable")))
        .hasSize(feed.poison())
        .allSatisfy(l -> assertThat(l.getOriginTopic()).isEqualTo(run.topics().claims().name()));
    assertThat(
            letters.stream()
                .filter(l -> l.getReason().equals("coding-failed"))
                .map(DeadLetter::getClaimId)
                .distinct()
                .sorted())
        .containsExactlyElementsOf(feed.deadClaims());
  }

  private static Topics topics(String prefix, int partitions) {
    return new Topics(prefix, Topics.DEFAULT_GENERATION, partitions);
  }
}
