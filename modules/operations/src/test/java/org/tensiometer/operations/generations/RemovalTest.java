package org.tensiometer.operations.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.operations.RefusedOperationException;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class RemovalTest {

  private static final Topics TOPICS = new Topics("removal", "g2", 1);
  private static final String SINK = "removal-sink-alerts";

  /** As when a rollback is followed by a drop at once. */
  @Test
  void shouldLeaveAGenerationThatASinkHasStillToGoOverFrom(TestCluster cluster) throws Exception {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(TOPICS.ofGeneration());
      Removal removal = Removal.ofAll(cluster.clientConfig(), TOPICS);

      commit(admin, new OffsetAndMetadata(3));
      assertThatThrownBy(removal::remove)
          .isInstanceOf(RefusedOperationException.class)
          .hasMessageStartingWith(SINK + " has not left g2 yet");
      assertThat(removal.plan()).contains(TOPICS.alerts().name());

      commit(admin, new OffsetAndMetadata(0, "handed over"));
      assertThat(removal.remove()).contains(TOPICS.alerts().name());
      assertThat(removal.plan()).isEmpty();
    }
  }

  private static void commit(Admin admin, OffsetAndMetadata offset) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            SINK, Map.of(new TopicPartition(TOPICS.alerts().name(), 0), offset))
        .all()
        .get();
  }
}
