package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SameAnswer;
import org.tensiometer.wire.topics.Topics;

/**
 *
 *
 * <pre>
 * undisturbed:  run --once ........................................ end
 * disturbed:    run --once ... kill -9 | run --once ... kill -9 | run --once ... end
 * </pre>
 *
 * Both end with the same last records.
 */
class KillAndRunAgainIT {

  private static final int DAYS = 40;
  private static final Topics TOPICS = Topics.withDefaults();

  @TempDir private Path folder;

  @Test
  void shouldEndWithTheSameLastRecordsWhenKilledInTheMiddleAndRunAgain() throws Exception {
    Path feed = folder.resolve("feed.jsonl");
    int articles = Feed.write(feed, DAYS);

    Path undisturbed = folder.resolve("undisturbed");
    runToTheEnd(undisturbed, feed, "undisturbed");

    Path disturbed = folder.resolve("disturbed");
    long claims = killAt(disturbed, feed, "first", TOPICS.claims().name(), 1);
    long indicators = killAt(disturbed, feed, "second", TOPICS.indicators().name(), 10);
    runToTheEnd(disturbed, feed, "third");

    LastRecords expected = LastRecords.of(undisturbed);
    LastRecords found = LastRecords.of(disturbed);
    assertThat(claims)
        .as("the first kill met an ingester at work")
        .isBetween(1L, (long) expected.claims().size() - 1);
    assertThat(indicators).as("the second kill met a topology at work").isPositive();
    assertThat(expected.claims().values().stream().map(c -> c.getArticleId()).distinct().count())
        .as("articles with claims")
        .isEqualTo(articles);
    assertThat(expected.claims().values())
        .extracting(claim -> claim.getDisposition())
        .contains(Disposition.INDEXED)
        .doesNotContain(Disposition.LATE, Disposition.RETRACTED, Disposition.DEAD_LETTERED);
    assertThat(expected.indicators()).isNotEmpty();
    assertThat(expected.alerts().values())
        .as("three outlets report a grave event")
        .anyMatch(alert -> alert.getKind() == AlertKind.FLASH);
    assertThat(expected.live().keySet()).isEqualTo(expected.alerts().keySet());

    assertSame(expected.claims(), found.claims());
    assertSame(expected.indicators(), found.indicators());
    assertSame(expected.latest(), found.latest());
    assertSame(expected.alerts(), found.alerts());
    assertSame(expected.live(), found.live());
  }

  private static void assertSame(
      Map<String, ? extends IndexedRecord> expected, Map<String, ? extends IndexedRecord> found) {
    assertThat(SameAnswer.of(expected, found).breaches()).isEmpty();
  }

  private void runToTheEnd(Path data, Path feed, String name) throws Exception {
    try (ShippedProcess process = run(data, feed, name, Loopback.freePort())) {
      assertThat(process.awaitEnd()).as(() -> printed(process)).isZero();
    }
  }

  /** Kills it once the topic holds more than it did, by at least this many records. */
  private long killAt(Path data, Path feed, String name, String topic, long more) throws Exception {
    int port = Loopback.freePort();
    try (ShippedProcess process = run(data, feed, name, port);
        Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
      long[] before = {-1};
      long held =
          Await.until(
              topic + " to grow",
              () -> {
                assertThat(process.isAlive()).as(() -> printed(process)).isTrue();
                long now = records(admin, topic);
                if (now >= 0 && before[0] < 0) {
                  before[0] = now;
                }
                return now;
              },
              now -> now >= 0 && now >= before[0] + more,
              java.time.Duration.ofMinutes(3));
      assertThat(process.isAlive()).isTrue();
      process.kill();
      return held;
    }
  }

  /** Offsets given out so far in all partitions, -1 before the topic is there. */
  private static long records(Admin admin, String topic) {
    try {
      Set<TopicPartition> partitions =
          admin.describeTopics(Set.of(topic)).allTopicNames().get().get(topic).partitions().stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .collect(Collectors.toSet());
      return admin
          .listOffsets(
              partitions.stream()
                  .collect(Collectors.toMap(partition -> partition, p -> OffsetSpec.latest())))
          .all()
          .get()
          .values()
          .stream()
          .mapToLong(info -> info.offset())
          .sum();
    } catch (java.util.concurrent.ExecutionException e) {
      return -1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ShippedProcess run(Path data, Path feed, String name, int port) throws Exception {
    return ShippedProcess.start(
        folder.resolve(name + ".log"),
        "run",
        "--once",
        "--data",
        data.toString(),
        "--port",
        Integer.toString(port),
        feed.toString());
  }

  private static String printed(ShippedProcess process) {
    try {
      return process.printed();
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
