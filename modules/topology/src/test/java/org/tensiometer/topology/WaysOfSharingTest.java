package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

/** Kafka's own settings of how processes share the work change nothing of the answer. */
@ExtendWith(SharedCluster.class)
class WaysOfSharingTest {

  private static final String INSTANCE = "group.instance.id";

  /** The second process comes while there is work, and the first goes before it is done. */
  @ParameterizedTest
  @CsvSource({
    "standby, num.standby.replicas, 1",
    "static-members, " + INSTANCE + ", first",
    "streams-protocol, group.protocol, streams"
  })
  void shouldAnswerTheSameWhenAnotherProcessTakesOver(
      String name, String setting, String value, TestCluster cluster) throws Exception {
    Feed feed = new Feed();
    Topics topics = new Topics("shared-" + name, "g1", 2);
    Map<String, String> first = Map.of(setting, value);
    Map<String, String> second = new HashMap<>(first);
    second.computeIfPresent(INSTANCE, (key, id) -> "second");
    try (BrokerRun one = new BrokerRun(cluster, topics, 1, first);
        BrokerRun two = new BrokerRun(cluster, topics, 1, second)) {
      List<ProducerRecord<String, byte[]>> records = feed.records(topics, one.serdes(), 5);
      int half = records.size() / 2;
      one.send(records.subList(0, half)).start("one").awaitSomeCodedClaims();
      two.start("two");
      one.send(records.subList(half, records.size())).stop();

      Answer answer = two.awaitAnswer();

      Answer told = TopologyBench.told(feed);
      assertThat(answer.indicators()).isEqualTo(told.indicators());
      assertThat(answer.alerts()).isEqualTo(told.alerts());
    }
  }
}
