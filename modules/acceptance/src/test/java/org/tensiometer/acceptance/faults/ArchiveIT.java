package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 *
 *
 * <pre>
 * claims     dated 2023 ...................................... dated 2023 ......
 * broker     segments of ten days ... stop | start, retention looks at all ......
 * stream-0   read ............................. read . kill -9, state folder wiped | start, restore, read ...
 * </pre>
 *
 * Nothing is gone: not the first offset of a topic that is kept or of a changelog, not the last
 * record of a key of a changelog. Brokers delete by the time of records. A topic with the retention
 * of a server's default loses all of its own in the meantime, which shows that retention was at
 * work.
 */
@Tag("full")
class ArchiveIT {

  private static final Duration AGE = Duration.ofDays(400);
  private static final String SEGMENT_MILLIS = Long.toString(Duration.ofDays(10).toMillis());
  private static final String CONTROL = "kept-for-a-week";
  private static final int CONTROLS = 40;

  private final int claims = FaultSize.of("archive.claims", 4_000, 40_000);

  @TempDir private Path folder;

  @Test
  void shouldLoseNothingOfOldRecordsWhenSegmentsAreRolledAndTheStateIsGone() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims).dated();
        StreamFleet fleet = new StreamFleet(installation, Map.of());
        Admin admin = Admin.create(installation.cluster().clientConfig())) {
      assertThat(run.firstDay()).isBefore(Instant.now().minus(AGE));
      fillControl(installation.cluster());
      fleet.start(0);
      Await.until("the topology to be at work", () -> fleet.hasShare(0), has -> has);
      // Those of the topology's own are there now too.
      rollSegments(admin, admin.listTopics().names().get());
      run.send(claims / 2);
      run.awaitPublished(fleet.progress());
      Set<TopicPartition> kept = kept(admin);
      Map<TopicPartition, Long> starts = starts(admin, kept);
      Map<String, SortedMap<String, ByteBuffer>> changelogs =
          changelogs(admin, installation.cluster());
      assertThat(changelogs).isNotEmpty();

      TopicPartition control = new TopicPartition(CONTROL, 0);
      installation.cluster().stopBroker();
      installation.cluster().restartBroker();
      Await.until(
          "retention to delete what is older than a week",
          () -> starts(admin, Set.of(control)).get(control),
          start -> start >= CONTROLS - 1);
      assertThat(starts(admin, kept)).as("first offsets of topics that are kept").isEqualTo(starts);
      assertThat(changelogs(admin, installation.cluster()))
          .as("last records of changelogs")
          .isEqualTo(changelogs);

      fleet.killAtWork(0, () -> run.send(claims / 2));
      Utils.delete(fleet.stateFolder(0).toFile());
      fleet.start(0);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  private static void rollSegments(Admin admin, Collection<String> topics) throws Exception {
    AlterConfigOp roll =
        new AlterConfigOp(
            new ConfigEntry(TopicConfig.SEGMENT_MS_CONFIG, SEGMENT_MILLIS),
            AlterConfigOp.OpType.SET);
    admin
        .incrementalAlterConfigs(
            topics.stream()
                .filter(topic -> topic.startsWith(Installation.TOPICS.prefix()))
                .collect(
                    Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        topic -> List.of(roll))))
        .all()
        .get();
  }

  private static void fillControl(TestCluster cluster) {
    cluster.createTopics(
        List.of(
            new NewTopic(CONTROL, Optional.of(1), Optional.empty())
                .configs(
                    Map.of(
                        TopicConfig.SEGMENT_MS_CONFIG,
                        "1000",
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(Duration.ofDays(7).toMillis())))));
    long first = Instant.now().minus(AGE).toEpochMilli();
    cluster.produce(
        IntStream.range(0, CONTROLS)
            .mapToObj(
                number ->
                    new ProducerRecord<>(
                        CONTROL,
                        0,
                        first + Duration.ofDays(number).toMillis(),
                        "old-" + number,
                        "of the archive"))
            .toList(),
        new StringSerializer());
  }

  /** Partitions that nothing may be deleted from. */
  private static Set<TopicPartition> kept(Admin admin) throws Exception {
    return Stream.concat(
            Stream.of(
                    Installation.TOPICS.claims(),
                    Installation.TOPICS.ticks(),
                    Installation.TOPICS.codedClaims(),
                    Installation.TOPICS.indicators())
                .map(TopicDescriptor::name),
            changelogNames(admin).stream())
        .flatMap(
            topic ->
                IntStream.range(0, Installation.TOPICS.partitions())
                    .mapToObj(partition -> new TopicPartition(topic, partition)))
        .collect(Collectors.toSet());
  }

  private static Set<String> changelogNames(Admin admin) throws Exception {
    return admin.listTopics().names().get().stream()
        .filter(topic -> topic.startsWith(Installation.TOPICS.applicationId()))
        .filter(topic -> topic.endsWith("-changelog"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Last records by changelog and key, which is text in every store. */
  private static Map<String, SortedMap<String, ByteBuffer>> changelogs(
      Admin admin, TestCluster cluster) throws Exception {
    Map<String, SortedMap<String, ByteBuffer>> last = new TreeMap<>();
    for (String topic : changelogNames(admin)) {
      last.put(
          topic,
          cluster.lastRecords(
              topic, (name, bytes) -> bytes == null ? null : ByteBuffer.wrap(bytes)));
    }
    return last;
  }

  /** Offsets of the first records. */
  private static Map<TopicPartition, Long> starts(Admin admin, Set<TopicPartition> partitions)
      throws Exception {
    return admin
        .listOffsets(
            partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.earliest())))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }
}
