package org.tensiometer.operations.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.operations.Brokers;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class TopicPlannerTest {

  private static int installations;

  private TestCluster cluster;
  private Brokers brokers;
  private Topics topics;
  private TopicPlanner planner;

  @BeforeEach
  void install(TestCluster cluster) {
    this.cluster = cluster;
    brokers = new Brokers(cluster.clientConfig());
    topics = new Topics("plan-" + ++installations, "g1", 2);
    planner = new TopicPlanner(brokers, topics.all(), topics.prefix() + '.');
  }

  @AfterEach
  void close() {
    brokers.close();
  }

  @Test
  void shouldCreateWhatIsMissingAndThenFindNothingToDo() {
    assertThat(planner.plan().missing()).hasSameSizeAs(topics.all());
    assertThat(brokers.topics(topics.prefix())).as("a plan changes nothing").isEmpty();

    planner.apply(false);

    assertThat(planner.plan().topics()).allMatch(TopicDrift::isNone);
    assertThat(planner.plan().others()).isEmpty();
  }

  @Test
  void shouldNeitherDeleteNorChangePartitionsNorTouchWhatItDoesNotKnow() throws Exception {
    cluster.createTopics(5, topics.claims().name());
    cluster.createTopics(1, topics.prefix() + ".g0.alerts");

    TopicPlan plan = planner.apply(true);

    assertThat(plan.otherPartitions()).extracting(TopicDrift::topic).containsExactly(claims());
    assertThat(plan.others()).containsExactly(topics.prefix() + ".g0.alerts");
    assertThat(planner.plan().otherPartitions())
        .extracting(TopicDrift::actualPartitions)
        .containsExactly(5);
    assertThat(brokers.topics(topics.prefix())).hasSize(topics.all().size() + 1);
  }

  @Test
  void shouldSetWhatDiffersButWhatCanRemoveRecordsOnlyWhenTold() throws Exception {
    planner.apply(false);
    set(topics.ticks().name(), "retention.ms", "60000");
    set(claims(), "cleanup.policy", "delete");

    planner.apply(false);

    awaitChanges(
        Map.of(claims(), List.of(new SettingDrift("cleanup.policy", "delete", "compact"))));
    planner.apply(true);
    awaitChanges(Map.of());
  }

  @Test
  void shouldForecastDiskAtTheRateOfTheRecords() {
    planner.apply(false);
    Instant now = Instant.now();
    cluster.produce(
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new ProducerRecord<>(
                        claims(),
                        i % 2,
                        // The last fifty of the last twelve hours, the others of two days before.
                        now.minus(i < 50 ? Duration.ofDays(2) : Duration.ofHours(12))
                            .toEpochMilli(),
                        "a#" + i,
                        new byte[1_000]))
            .toList(),
        new ByteArraySerializer());

    // A broker marks the end of a transaction a little after it has confirmed it: one mark in each
    // partition.
    DiskForecast forecast =
        Await.until(
            "marks of the transaction", () -> forecast(now), f -> ofClaims(f).offsets() > 101);

    DiskUse claims = ofClaims(forecast);
    assertThat(claims.bytes()).isBetween(100_000L, 120_000L);
    assertThat(claims.offsets()).isEqualTo(102);
    assertThat(claims.perDay()).isBetween(50.0, 53.0);
    assertThat(claims.forecast(10))
        .isEqualTo(claims.bytes() + (long) (claims.perDay() * 10 * claims.bytes() / 102));
    assertThat(forecast.free().orElseThrow()).isPositive();
  }

  private DiskForecast forecast(Instant now) {
    return DiskForecast.of(brokers, List.of(topics.prefix() + '.'), Duration.ofDays(1), now);
  }

  private DiskUse ofClaims(DiskForecast forecast) {
    return forecast.topics().stream()
        .filter(topic -> topic.topic().equals(claims()))
        .findFirst()
        .orElseThrow();
  }

  private String claims() {
    return topics.claims().name();
  }

  /** A broker tells of a change a little after it was made. */
  private void awaitChanges(Map<String, List<SettingDrift>> left) {
    Await.until("changes " + left, () -> planner.plan().changes(true), left::equals);
  }

  private void set(String topic, String name, String value) throws Exception {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      Map<ConfigResource, Collection<AlterConfigOp>> change =
          Map.of(
              new ConfigResource(ConfigResource.Type.TOPIC, topic),
              List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
      admin.incrementalAlterConfigs(change).all().get();
      Await.until(
          topic + "'s " + name,
          () -> planner.plan().changes(true).getOrDefault(topic, List.of()),
          drifts -> drifts.stream().anyMatch(drift -> drift.name().equals(name)));
    }
  }
}
