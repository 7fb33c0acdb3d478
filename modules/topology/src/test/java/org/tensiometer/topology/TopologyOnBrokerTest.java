package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.Ids;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.topology.BrokerRun.Answer;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.Topics;

/** Same log, same answer: over partitions, threads, orders, restarts and serde classes. */
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
