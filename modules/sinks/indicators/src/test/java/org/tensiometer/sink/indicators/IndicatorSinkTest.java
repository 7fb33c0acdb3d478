package org.tensiometer.sink.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.HandoverChanges;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class IndicatorSinkTest {

  private static final Topics TOPICS = new Topics("indicatorsink", "g1", 2);

  /**
   *
   *
   * <pre>
   * first process:  20/1, 21/1         -> latest: 21/1
   * second process: 20/2 (late)        -> latest: 21/1, read back from the topic itself
   *                 21/2               -> latest: 21/2
   * </pre>
   */
  @Test
  void shouldNotLetAnOlderDayHideTheNewestOneOverARestart(TestCluster cluster) {
    create(cluster, TOPICS.all());

    send(cluster, TOPICS, Indicators.indicator("KOR-PRK", "2024-06-20", 1));
    send(cluster, TOPICS, Indicators.indicator("KOR-PRK", "2024-06-21", 1));
    forward(cluster, TOPICS, 2);
    assertThat(latest(cluster, TOPICS)).isEqualTo("2024-06-21/1");

    send(cluster, TOPICS, Indicators.indicator("KOR-PRK", "2024-06-20", 2));
    forward(cluster, TOPICS, 3);
    assertThat(latest(cluster, TOPICS)).isEqualTo("2024-06-21/1");

    send(cluster, TOPICS, Indicators.indicator("KOR-PRK", "2024-06-21", 2));
    forward(cluster, TOPICS, 4);
    assertThat(latest(cluster, TOPICS)).isEqualTo("2024-06-21/2");
  }

  /**
   *
   *
   * <pre>
   * g1: 20/1, 21/1    g2: 20/7 (says the same), 21/9 at another level, 22/1
   * promoted:    21/9, 22/1 follow        rolled back: 21/1 follows, 22 is removed,
   *                                                    and 21 is the latest again
   * </pre>
   */
  @Test
  void shouldPublishOnlyWhatDiffersWhenAnotherGenerationBecomesLiveAndWhenItNoLongerIs(
      TestCluster cluster) {
    Topics g1 = new Topics("handover", "g1", 2);
    Topics g2 = new Topics("handover", "g2", 2);
    create(cluster, g1.all());
    create(cluster, g2.ofGeneration());
    send(cluster, g1, indicator("2024-06-20", 1, 40, "g1"), indicator("2024-06-21", 1, 41, "g1"));
    send(
        cluster,
        g2,
        indicator("2024-06-20", 7, 40, "g2"),
        indicator("2024-06-21", 9, 55, "g2"),
        indicator("2024-06-22", 1, 60, "g2"));
    assertThat(IndicatorSink.handOver(g1, "0", cluster.clientConfig())).isEmpty();
    forward(cluster, g1, 2);

    handOverAsPlanned(cluster, g2, new HandoverChanges(1, 1, 0));
    assertThat(IndicatorSink.handOver(g2, "0", cluster.clientConfig())).isEmpty();
    assertThat(series(cluster, g2))
        .containsExactly("2024-06-20/1", "2024-06-21/1", "2024-06-21/9", "2024-06-22/1");

    handOverAsPlanned(cluster, g1, new HandoverChanges(0, 1, 1));
    assertThat(series(cluster, g1))
        .containsExactly(
            "2024-06-20/1",
            "2024-06-21/1",
            "2024-06-21/9",
            "2024-06-22/1",
            "KOR-PRK#2024-06-22 removed",
            "2024-06-21/1");
    assertThat(latest(cluster, g1)).isEqualTo("2024-06-21/1");
  }

  /**
   *
   *
   * <pre>
   * g1: 20/1, 21/1, published; the broker forgets the offsets of the sink
   * g2: 20/7 (says the same), 22/1      -> 21 is removed, 22/1 follows, nothing else
   * </pre>
   */
  @Test
  void shouldHoldAGenerationAgainstWhatIsPublishedWhereItsOffsetsAreForgotten(TestCluster cluster)
      throws Exception {
    Topics g1 = new Topics("forgotten", "g1", 2);
    Topics g2 = new Topics("forgotten", "g2", 2);
    create(cluster, g1.all());
    create(cluster, g2.ofGeneration());
    send(cluster, g1, indicator("2024-06-20", 1, 40, "g1"), indicator("2024-06-21", 1, 41, "g1"));
    send(cluster, g2, indicator("2024-06-20", 7, 40, "g2"), indicator("2024-06-22", 1, 60, "g2"));
    forward(cluster, g1, 2);
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      admin.deleteConsumerGroups(List.of(IndicatorSink.name(g1))).all().get();
    }

    handOverAsPlanned(cluster, g2, new HandoverChanges(1, 0, 1));
    assertThat(IndicatorSink.handOver(g2, "0", cluster.clientConfig())).isEmpty();
    assertThat(series(cluster, g2))
        .containsExactly(
            "2024-06-20/1", "2024-06-21/1", "KOR-PRK#2024-06-21 removed", "2024-06-22/1");
    assertThat(latest(cluster, g2)).isEqualTo("2024-06-22/1");
  }

  /**
   *
   *
   * <pre>
   * g1: 20/1, 21/1, published; 20/2, 22/1, 23/1, which the sink has not read yet
   * g2: 20/7, 21/7, 22/7 (say the same as the last of g1)  -> 20/7 and 22/7 follow; 23, which
   *                                                           may be published, is removed
   * </pre>
   */
  @Test
  void shouldPublishWhatBothGenerationsSayAndTheSinkHasNotForwardedYet(TestCluster cluster) {
    Topics g1 = new Topics("behind", "g1", 2);
    Topics g2 = new Topics("behind", "g2", 2);
    create(cluster, g1.all());
    create(cluster, g2.ofGeneration());
    send(cluster, g1, indicator("2024-06-20", 1, 40, "g1"), indicator("2024-06-21", 1, 41, "g1"));
    forward(cluster, g1, 2);
    send(
        cluster,
        g1,
        indicator("2024-06-20", 2, 50, "g1"),
        indicator("2024-06-22", 1, 52, "g1"),
        indicator("2024-06-23", 1, 53, "g1"));
    send(
        cluster,
        g2,
        indicator("2024-06-20", 7, 50, "g2"),
        indicator("2024-06-21", 7, 41, "g2"),
        indicator("2024-06-22", 7, 52, "g2"));

    handOverAsPlanned(cluster, g2, new HandoverChanges(1, 1, 1));
    assertThat(series(cluster, g2))
        .containsExactly(
            "2024-06-20/1",
            "2024-06-21/1",
            "KOR-PRK#2024-06-23 removed",
            "2024-06-20/7",
            "2024-06-22/7");
    assertThat(latest(cluster, g2)).isEqualTo("2024-06-22/7");
  }

  /** What is announced is what is published. */
  private static void handOverAsPlanned(
      TestCluster cluster, Topics topics, HandoverChanges changes) {
    int before = series(cluster, topics).size();
    assertThat(IndicatorSink.planHandOver(topics, cluster.clientConfig())).isEqualTo(changes);
    assertThat(series(cluster, topics)).hasSize(before);
    assertThat(IndicatorSink.handOver(topics, "0", cluster.clientConfig())).contains(changes);
    assertThat(series(cluster, topics)).hasSize(before + changes.total());
  }

  /**
   *
   *
   * <pre>
   * g1: 20/1, 20/2, 21/1    then 21 is removed, which leaves 20/2 the latest; then 20, which leaves none
   * </pre>
   */
  @Test
  void shouldMakeTheNewestDayThatIsLeftTheLatest(TestCluster cluster) {
    Topics topics = new Topics("leftovers", "g1", 2);
    create(cluster, topics.all());
    send(
        cluster,
        topics,
        indicator("2024-06-20", 1, 40, "g1"),
        indicator("2024-06-20", 2, 41, "g1"),
        indicator("2024-06-21", 1, 42, "g1"));
    remove(cluster, topics, "2024-06-21");
    forward(cluster, topics, 4);
    assertThat(latest(cluster, topics)).isEqualTo("2024-06-20/2");

    remove(cluster, topics, "2024-06-20");
    forward(cluster, topics, 5);
    assertThat(latest(cluster, topics)).isEqualTo("none");
  }

  private static void create(TestCluster cluster, List<TopicDescriptor<?>> topics) {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(topics);
    }
  }

  private static TensionIndicator indicator(
      String day, int revision, double level, String generation) {
    return TensionIndicator.newBuilder(Indicators.indicator("KOR-PRK", day, revision))
        .setLevel(level)
        .setGeneration(generation)
        .build();
  }

  private static void send(TestCluster cluster, Topics topics, TensionIndicator... indicators) {
    cluster.produce(
        Arrays.stream(indicators)
            .map(
                i ->
                    new ProducerRecord<>(
                        topics.indicators().name(),
                        partition(topics),
                        Ids.indicatorKey(i.getPair(), i.getDay()),
                        i))
            .toList(),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(TensionIndicator.class));
  }

  private static void remove(TestCluster cluster, Topics topics, String day) {
    cluster.produce(
        List.of(
            new ProducerRecord<>(
                topics.indicators().name(), partition(topics), "KOR-PRK#" + day, null)),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(TensionIndicator.class));
  }

  /** Where the topology writes the days of the pair. */
  private static int partition(Topics topics) {
    return KeyPartition.of("KOR-PRK", topics.partitions());
  }

  private static void forward(TestCluster cluster, Topics topics, int records) {
    TransactionalForwarder<TensionIndicator> sink =
        IndicatorSink.create(topics, "0", cluster.clientConfig());
    Thread thread = new Thread(sink, "indicator-sink-under-test");
    thread.start();
    try {
      Await.until("the series", () -> series(cluster, topics).size(), length -> length == records);
    } finally {
      sink.close();
    }
  }

  private static List<String> series(TestCluster cluster, Topics topics) {
    return cluster
        .reader()
        .records(
            topics.indicatorsSeries().name(),
            new AvroSerdes(cluster.clientConfig()).valueDeserializer(TensionIndicator.class))
        .stream()
        .map(
            record ->
                record.value() == null
                    ? record.key() + " removed"
                    : record.value().getDay() + "/" + record.value().getRevision())
        .toList();
  }

  private static String latest(TestCluster cluster, Topics topics) {
    TensionIndicator latest =
        cluster
            .lastRecords(
                topics.indicatorsLatest().name(),
                new AvroSerdes(cluster.clientConfig()).valueDeserializer(TensionIndicator.class))
            .get("KOR-PRK");
    return latest == null ? "none" : latest.getDay() + "/" + latest.getRevision();
  }
}
