package org.tensiometer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCluster.class)
class SharedClusterTest {

  private TestCluster beforeEach;

  @BeforeEach
  void take(TestCluster cluster) {
    beforeEach = cluster;
  }

  @Test
  void shouldGiveTheSameClusterToAll(TestCluster cluster) {
    assertThat(cluster).isSameAs(beforeEach);
  }

  @Test
  void shouldGiveTheLastValueOfEachKeyAndNoneForATombstone(TestCluster cluster) {
    cluster.createTopics(3, "last-values");
    cluster.produce(
        List.of(
            new ProducerRecord<>("last-values", "a", "1"),
            new ProducerRecord<>("last-values", "b", "1"),
            new ProducerRecord<>("last-values", "a", "2"),
            new ProducerRecord<>("last-values", "b", null)),
        new StringSerializer());
    assertThat(cluster.lastRecords("last-values", new StringDeserializer()))
        .containsExactly(java.util.Map.entry("a", "2"));
    assertThat(cluster.reader().counts("last-values")).containsEntry("last-values", 4);
  }

  @Test
  void shouldRefuseToKillTheBrokerOfItsOwnJvm() {
    try (TestCluster own = TestCluster.startInThisJvm()) {
      assertThatThrownBy(own::killBroker)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("TestCluster.start()");
    }
  }
}
