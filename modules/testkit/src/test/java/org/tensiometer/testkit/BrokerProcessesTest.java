package org.tensiometer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BrokerProcessesTest {

  private static final int BROKERS = 3;

  @Test
  void shouldHaveEveryCommittedRecordWhenTheLeaderWasKilledAndAfterAllWereKilled()
      throws Exception {
    try (TestCluster cluster = TestCluster.ofSize(BROKERS);
        Admin admin = Admin.create(cluster.clientConfig())) {
      cluster.createTopics(
          List.of(new NewTopic("words", Optional.of(1), Optional.of((short) BROKERS))));
      cluster.produce(records(0, 100), new StringSerializer());
      int first = leader(admin);
      cluster.processes().kill(first);
      int second =
          Await.until(
              "another leader", () -> leader(admin), l -> l != first && l != Node.noNode().id());
      cluster.produce(records(100, 200), new StringSerializer());
      assertThat(cluster.lastRecords("words", new StringDeserializer())).hasSize(200);
      cluster.processes().restart(first);
      Await.until("all replicas to be in sync", () -> inSync(admin), isr -> isr == BROKERS);
      assertThat(second).isNotEqualTo(first);

      cluster.killBroker();
      cluster.restartBroker();
      cluster.produce(records(200, 300), new StringSerializer());
      assertThat(cluster.lastRecords("words", new StringDeserializer())).hasSize(300);
    }
  }

  private static int leader(Admin admin) throws Exception {
    Node leader = topic(admin).leader();
    return leader == null ? Node.noNode().id() : leader.id();
  }

  private static int inSync(Admin admin) throws Exception {
    return topic(admin).isr().size();
  }

  private static org.apache.kafka.common.TopicPartitionInfo topic(Admin admin) throws Exception {
    return admin
        .describeTopics(List.of("words"))
        .allTopicNames()
        .get()
        .get("words")
        .partitions()
        .get(0);
  }

  private static List<ProducerRecord<String, String>> records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> new ProducerRecord<>("words", "word " + i, "value"))
        .toList();
  }
}
