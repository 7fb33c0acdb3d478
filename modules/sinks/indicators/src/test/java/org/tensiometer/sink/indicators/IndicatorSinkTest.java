package org.tensiometer.sink.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
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
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(TOPICS.all());
    }
    AvroSerdes serdes = new AvroSerdes(cluster.clientConfig());

    send(cluster, serdes, "2024-06-20", 1);
    send(cluster, serdes, "2024-06-21", 1);
    runUntilSeriesHas(cluster, serdes, 2);
    assertThat(latest(cluster, serdes)).isEqualTo("2024-06-21/1");

    send(cluster, serdes, "2024-06-20", 2);
    runUntilSeriesHas(cluster, serdes, 3);
    assertThat(latest(cluster, serdes)).isEqualTo("2024-06-21/1");

    send(cluster, serdes, "2024-06-21", 2);
    runUntilSeriesHas(cluster, serdes, 4);
    assertThat(latest(cluster, serdes)).isEqualTo("2024-06-21/2");
  }

  private static void runUntilSeriesHas(TestCluster cluster, AvroSerdes serdes, int records) {
    TransactionalForwarder<TensionIndicator> sink =
        IndicatorSink.create(TOPICS, "0", cluster.clientConfig());
    Thread thread = new Thread(sink, "indicator-sink-under-test");
    thread.start();
    try {
      Await.until("the series", () -> seriesLength(cluster, serdes), length -> length == records);
    } finally {
      sink.close();
    }
  }

  private static int seriesLength(TestCluster cluster, AvroSerdes serdes) {
    return cluster
        .reader()
        .records(TOPICS.indicatorsSeries().name(), serdes.valueDeserializer(TensionIndicator.class))
        .size();
  }

  private static void send(TestCluster cluster, AvroSerdes serdes, String day, int revision) {
    cluster.produce(
        List.of(
            new ProducerRecord<>(
                TOPICS.indicators().name(),
                "KOR-PRK#" + day,
                Indicators.indicator("KOR-PRK", day, revision))),
        serdes.valueSerializer(TensionIndicator.class));
  }

  private static String latest(TestCluster cluster, AvroSerdes serdes) {
    TensionIndicator latest =
        cluster
            .lastRecords(
                TOPICS.indicatorsLatest().name(), serdes.valueDeserializer(TensionIndicator.class))
            .get("KOR-PRK");
    return latest.getDay() + "/" + latest.getRevision();
  }
}
