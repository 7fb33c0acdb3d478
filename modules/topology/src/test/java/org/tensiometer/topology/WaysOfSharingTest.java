package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

/** Kafka's own settings of how processes share the work change nothing of the answer. */
@ExtendWith(SharedCluster.class)
class WaysOfSharingTest {

  private static final String STANDBYS = "num.standby.replicas";
  private static final String INSTANCE = "group.instance.id";

  /** The second process comes while there is work, and the first goes before it is done. */
  @ParameterizedTest
  @CsvSource({"standby, " + STANDBYS + ", 1", "streams-protocol, group.protocol, streams"})
  void shouldAnswerTheSameWhenAnotherProcessTakesOver(
      String name, String setting, String value, TestCluster cluster) throws Exception {
    Feed feed = new Feed();
    Topics topics = new Topics("shared-" + name, "g1", 2);
    Map<String, String> settings = Map.of(setting, value);
    try (BrokerRun one = new BrokerRun(cluster, topics, 1, settings);
        BrokerRun two = new BrokerRun(cluster, topics, 1, settings)) {
      List<ProducerRecord<String, byte[]>> records = feed.records(topics, one.serdes(), 5);
      int half = records.size() / 2;
      one.send(records.subList(0, half)).start("one").awaitSomeCodedClaims();
      two.start("two");
      Await.until("warm copies", two::copies, copies -> copies > 0 == setting.equals(STANDBYS));
      one.send(records.subList(half, records.size())).stop();

      requireAnswer(feed, two.awaitAnswer());
    }
  }

  /** As in a planned restart: nothing is handed over, and nothing restored. */
  @Test
  void shouldLeaveAStaticMemberItsTasksWhileItIsAway(TestCluster cluster) throws Exception {
    Feed feed = new Feed();
    Topics topics = new Topics("shared-static-members", "g1", 2);
    try (BrokerRun one = new BrokerRun(cluster, topics, 1, Map.of(INSTANCE, "first"));
        BrokerRun two = new BrokerRun(cluster, topics, 1, Map.of(INSTANCE, "second"))) {
      List<ProducerRecord<String, byte[]>> records = feed.records(topics, one.serdes(), 5);
      int half = records.size() / 2;
      one.send(records.subList(0, half)).start("one").awaitSomeCodedClaims();
      two.start("two").awaitAnswer();
      // What the second gets of the first changes hands in a second agreement.
      Map<String, Set<TopicPartition>> tasks =
          Await.until(
              "both to have tasks",
              two::members,
              members -> members.values().stream().noneMatch(Set::isEmpty));
      assertThat(tasks).containsOnlyKeys("first-1", "second-1");

      one.stop();
      assertThat(two.members()).isEqualTo(tasks);
      one.send(records.subList(half, records.size())).start("one");
      assertThat(two.members()).isEqualTo(tasks);

      requireAnswer(feed, two.awaitAnswer());
    }
  }

  private static void requireAnswer(Feed feed, Answer answer) {
    Answer told = TopologyBench.told(feed);
    assertThat(answer.indicators()).isEqualTo(told.indicators());
    assertThat(answer.alerts()).isEqualTo(told.alerts());
  }
}
