package org.tensiometer.operations.generations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.RefusedOperationException;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class RemovalTest {

  private static final Topics TOPICS = new Topics("removal", "g2", 1);
  private static final String SINK = "removal-sink-alerts";

  @TempDir private Path folder;

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

  /** Brokers know a group of either protocol by another question. */
  @ParameterizedTest
  @ValueSource(strings = {"classic", "streams"})
  void shouldLeaveAGenerationWhoseTopologyRuns(String protocol, TestCluster cluster) {
    Topics topics = new Topics("runs-" + protocol, "g2", 1);
    Removal all = Removal.ofAll(cluster.clientConfig(), topics);
    Removal memory = Removal.ofMemory(cluster.clientConfig(), topics);
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(topics.ofTopology());
    }
    try (KafkaStreams running = running(cluster, topics, protocol)) {
      for (Removal removal : List.of(all, memory)) {
        assertThatThrownBy(removal::requirePossible).isInstanceOf(RefusedOperationException.class);
        assertThatThrownBy(removal::remove)
            .isInstanceOf(RefusedOperationException.class)
            .hasMessage(
                "the topology " + topics.applicationId() + " runs (1 threads); stop it first");
      }
      assertThat(all.plan()).contains(topics.alerts().name());
      running.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    all.requirePossible();
    assertThat(all.remove()).contains(topics.alerts().name());
    try (Brokers brokers = new Brokers(cluster.clientConfig())) {
      assertThat(Brokers.await(brokers.admin().listGroups().all(), "list the groups"))
          .noneMatch(group -> group.groupId().equals(topics.applicationId()));
    }
  }

  /** Any topology of this application. */
  private KafkaStreams running(TestCluster cluster, Topics topics, String protocol) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(topics.claims().name(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
        .foreach((key, value) -> {});
    Properties settings = new Properties();
    settings.putAll(cluster.clientConfig());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.applicationId());
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, protocol);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    KafkaStreams streams = new KafkaStreams(builder.build(), settings);
    streams.start();
    Await.until("the topology to run", streams::state, KafkaStreams.State.RUNNING::equals);
    return streams;
  }

  private static void commit(Admin admin, OffsetAndMetadata offset) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            SINK, Map.of(new TopicPartition(TOPICS.alerts().name(), 0), offset))
        .all()
        .get();
  }
}
