package org.tensiometer.operations.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tensiometer.wire.deadletters.DeadLetters.COPIED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.operations.PageSize;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class ErasureTest {

  private static final Instant NOW = Instant.parse("2024-06-22T08:00:00Z");
  private static final Topics TOPICS = new Topics("erasure", "g1", 2);

  /** Of another program, under the same prefix. */
  private static final String FOREIGN = TOPICS.prefix() + ".foreign";

  /** A generation beside, with claims of its own. */
  private static final Topics OTHERS = new Topics(TOPICS.prefix(), "g3", TOPICS.partitions(), true);

  /** Article a#b shares its beginning with article a, and its claims theirs. */
  @Test
  void shouldLeaveNothingOfTheArticleAndEverythingOfOthers(TestCluster cluster) throws Exception {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(TOPICS.all());
      new TopicCreator(admin).ensure(List.of(OTHERS.ownClaims()));
    }
    cluster.createTopics(1, FOREIGN);
    send(cluster, FOREIGN, 0, null, "a record of others without a key");
    send(cluster, OTHERS.ownClaims().name(), 1, "a#0", "a claim of another analysis");
    send(cluster, OTHERS.ownClaims().name(), 0, "a#b#0", "not its claim");
    send(cluster, TOPICS.articles().name(), 0, "a", "words of a");
    send(cluster, TOPICS.articles().name(), 0, "a#b", "words of another");
    send(cluster, TOPICS.claims().name(), 1, "a#0", "a claim");
    send(cluster, TOPICS.claims().name(), 1, "a#1", "another claim");
    send(cluster, TOPICS.claims().name(), 0, "a#b#0", "not its claim");
    refuse(cluster, TOPICS, "yy#0", 1);
    refuse(cluster, TOPICS, "a#2", 2);
    refuse(cluster, TOPICS, "zz#0", 3);
    String series = TOPICS.indicatorsSeries().name();
    send(cluster, series, 0, "IND-PAK#2024-06-20", avro("a"));
    send(cluster, series, 0, "IND-PAK#2024-06-21", avro("a#b"));
    Erasure erasure = new Erasure(cluster.clientConfig(), TOPICS, () -> NOW);

    ErasurePlan plan = erasure.plan("a");
    assertThat(plan.mentions()).containsOnly(Map.entry(series, 1));
    assertThat(plan.tombstones()).hasSize(4);
    assertThat(letters(cluster, TOPICS)).as("a plan changes nothing").hasSize(3);
    assertThat(erasure.erasedAt("a")).as("neither of this").isEmpty();

    assertThat(erasure.erase("a").deadLetters()).isEqualTo(1);

    assertThat(last(cluster, TOPICS.articles().name())).containsOnlyKeys("a#b");
    assertThat(last(cluster, TOPICS.claims().name())).containsOnlyKeys("a#b#0");
    assertThat(last(cluster, OTHERS.ownClaims().name())).containsOnlyKeys("a#b#0");
    assertThat(letters(cluster, TOPICS))
        .as("only what stood before the one of the article was moved, and says so")
        .extracting(ConsumerRecord::key, letter -> letter.headers().lastHeader(COPIED) != null)
        .containsExactly(tuple("zz#0", false), tuple("yy#0", true));
    send(cluster, series, 0, "IND-PAK#2024-06-20", "as the sink writes it then");
    assertThat(erasure.plan("a").isEmpty()).isTrue();

    assertThat(erasure.erasedAt("a")).as("remembered without its words").contains(NOW);
    assertThat(erasure.erasedAt("a#b")).isEmpty();
    assertThat(erasure.erase("nobody").isEmpty()).isTrue();
    assertThat(last(cluster, TOPICS.erased().name()))
        .as("no mark for a slip")
        .containsOnlyKeys("a");
    erasure.allowAgain("a");
    assertThat(erasure.erasedAt("a")).isEmpty();
  }

  /**
   * [yy, a, zz, xx, a, vv], two letters a transaction: broken off before each of its steps, one
   * later every time.
   */
  @Test
  void shouldBeCompletedByAnotherRunWhereverItWasBrokenOffAndMoveNothingTwice(TestCluster cluster) {
    Topics topics = new Topics("erasure-broken-off", "g1", 1);
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin)
          .ensure(
              List.of(topics.articles(), topics.claims(), topics.deadLetters(), topics.erased()));
    }
    send(cluster, topics.articles().name(), 0, "a", "words of a");
    send(cluster, topics.claims().name(), 0, "a#0", "a claim");
    long offset = 0;
    for (String key : List.of("yy", "a", "zz", "xx", "a", "vv")) {
      refuse(cluster, topics, key + "#" + offset, offset++);
    }
    Erasure erasure = new Erasure(cluster.clientConfig(), topics, () -> NOW, new PageSize(2, 1000));

    int runs = 0;
    List<Integer> written = new ArrayList<>();
    for (boolean done = false; !done; runs++) {
      try (Changes.OfOperator changes = new Changes.OfOperator(cluster.clientConfig(), topics)) {
        erasure.erase("a", new BrokenOff(changes, runs, written));
        done = true;
      } catch (BrokenOff.Exception e) {
        assertThat(keys(cluster, topics)).contains("yy#0", "zz#2", "xx#3", "vv#5");
        assertThat(erasure.erasedAt("a").isPresent())
            .as("the mark comes with the tombstones")
            .isEqualTo(!last(cluster, topics.articles().name()).containsKey("a"));
      }
    }

    assertThat(runs).as("there were steps to break off between").isGreaterThan(3);
    assertThat(written).as("records in a transaction").allMatch(records -> records <= 3);
    assertThat(keys(cluster, topics)).containsExactlyInAnyOrder("yy#0", "zz#2", "xx#3", "vv#5");
    assertThat(last(cluster, topics.articles().name())).isEmpty();
    assertThat(last(cluster, topics.claims().name())).isEmpty();
    assertThat(erasure.erasedAt("a")).contains(NOW);
  }

  /** Ends before a step, as a process that is killed does. */
  private static final class BrokenOff implements Changes {

    static final class Exception extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }

    private final Changes changes;
    private final List<Integer> written;
    private int left;

    BrokenOff(Changes changes, int steps, List<Integer> written) {
      this.changes = changes;
      this.written = written;
      left = steps;
    }

    @Override
    public void write(List<ProducerRecord<byte[], byte[]>> records) {
      step();
      written.add(records.size());
      changes.write(records);
    }

    @Override
    public void deleteBefore(Map<TopicPartition, Long> ends) {
      step();
      changes.deleteBefore(ends);
    }

    private void step() {
      if (left-- == 0) {
        throw new Exception();
      }
    }
  }

  private static List<String> keys(TestCluster cluster, Topics topics) {
    return letters(cluster, topics).stream().map(ConsumerRecord::key).toList();
  }

  /** A text as Avro writes it: the zig-zag of its length, then its bytes. */
  private static String avro(String text) {
    return (char) (2 * text.length()) + text;
  }

  private static Map<String, byte[]> last(TestCluster cluster, String topic) {
    return cluster.lastRecords(topic, (name, bytes) -> bytes);
  }

  private static List<ConsumerRecord<String, byte[]>> letters(TestCluster cluster, Topics topics) {
    return cluster.reader().records(topics.deadLetters().name(), (name, bytes) -> bytes);
  }

  private static void send(
      TestCluster cluster, String topic, int partition, String key, String value) {
    cluster.produce(
        List.of(
            new ProducerRecord<>(topic, partition, key, value.getBytes(StandardCharsets.UTF_8))),
        new ByteArraySerializer());
  }

  private static void refuse(TestCluster cluster, Topics topics, String key, long offset) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    DeadLetter letter =
        DeadLetters.of(
            new ConsumerRecord<>(
                topics.claims().name(),
                0,
                offset,
                1_000L,
                TimestampType.CREATE_TIME,
                bytes.length,
                bytes.length,
                bytes,
                bytes,
                new RecordHeaders(),
                Optional.empty()),
            "claims",
            "g1",
            DeadLetters.UNDECODABLE,
            new IllegalArgumentException("no record of ours"));
    cluster.produce(
        List.of(new ProducerRecord<>(topics.deadLetters().name(), key, letter)),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(DeadLetter.class));
  }
}
