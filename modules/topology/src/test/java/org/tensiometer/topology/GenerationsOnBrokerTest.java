package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.generations.Generations;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class GenerationsOnBrokerTest {

  private static final Instant NOW = Instant.parse("2024-06-21T12:00:00Z");

  @Test
  void shouldSetTheFirstGenerationOnceAndFollowItAfterwards(TestCluster cluster) {
    Topics topics = new Topics("generations", "g1", 1);
    cluster.createTopics(
        java.util.List.of(new NewTopic(topics.generations().name(), 1, (short) 1)));
    Generations generations =
        new Generations(cluster.clientConfig(), topics.generations(), () -> NOW);
    assertThat(generations.live()).isEmpty();
    GenerationPointer first = generations.liveOrFirst("g1");
    assertThat(first).isEqualTo(new GenerationPointer("g1", null, NOW));
    assertThat(generations.liveOrFirst("g2")).isEqualTo(first);
    assertThat(generations.live()).contains(first);
  }
}
