package org.tensiometer.sink.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class AlertSinkTest {

  private static final Topics TOPICS = new Topics("alertsink", "g1", 2);
  private static final Routes ROUTES =
      new Routes(List.of(new Route("korea", Set.of("KOR-PRK"), Set.of(), 1)));

  /**
   *
   *
   * <pre>
   * first process:  a1 KOR-PRK, a2 FRA-GBR   -> all: a1 a2   korea: a1
   * second process: a1 removed               -> all: a2      korea: -
   * </pre>
   */
  @Test
  void shouldKeepTheLiveTopicsEqualToTheOpenAlertsOverARestart(TestCluster cluster) {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(TOPICS.all());
      new TopicCreator(admin, Optional.empty()).ensure(AlertSink.outputs(TOPICS, ROUTES));
    }
    AvroSerdes serdes = new AvroSerdes(cluster.clientConfig());

    send(cluster, serdes, "a1", Alerts.alert("a1", "KOR", "PRK", 1));
    send(cluster, serdes, "a2", Alerts.alert("a2", "FRA", "GBR", 2));
    runUntil(cluster, () -> live(cluster, serdes, null).size() == 2);
    assertThat(live(cluster, serdes, null).keySet()).containsExactly("a1", "a2");
    assertThat(live(cluster, serdes, "korea").keySet()).containsExactly("a1");

    send(cluster, serdes, "a1", null);
    runUntil(cluster, () -> live(cluster, serdes, null).size() == 1);
    assertThat(live(cluster, serdes, null).keySet()).containsExactly("a2");
    assertThat(live(cluster, serdes, "korea")).isEmpty();
    assertThat(live(cluster, serdes, null).get("a2"))
        .isEqualTo(Alerts.alert("a2", "FRA", "GBR", 2));
  }

  /**
   *
   *
   * <pre>
   * first process:  a1 KOR-PRK, a2 FRA-GBR, routes korea
   * second process: routes korea with a1 acknowledged, europe -> korea: -   europe: a2
   * </pre>
   */
  @Test
  void shouldBringRoutesThatWereChangedToWhatTheySayNow(TestCluster cluster) {
    Topics topics = new Topics("alertroutes", "g1", 2);
    Routes before = new Routes(List.of(new Route("korea", Set.of("KOR-PRK"), Set.of(), 1)));
    Route acknowledged =
        new Route(
            "korea",
            Set.of("KOR-PRK"),
            Set.of(),
            1,
            Set.of(),
            1,
            Set.of(),
            Map.of("a1", 1),
            AlertFormat.AVRO);
    Routes after =
        new Routes(List.of(acknowledged, new Route("europe", Set.of(), Set.of("FRA"), 1)));
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(topics.all());
      new TopicCreator(admin, Optional.empty()).ensure(AlertSink.outputs(topics, before));
      new TopicCreator(admin, Optional.empty()).ensure(AlertSink.outputs(topics, after));
    }
    AvroSerdes serdes = new AvroSerdes(cluster.clientConfig());
    for (TensionAlert alert :
        List.of(Alerts.alert("a1", "KOR", "PRK", 1), Alerts.alert("a2", "FRA", "GBR", 2))) {
      cluster.produce(
          List.of(new ProducerRecord<>(topics.alerts().name(), alert.getAlertId(), alert)),
          serdes.valueSerializer(TensionAlert.class));
    }
    TransactionalForwarder<TensionAlert> first =
        AlertSink.create(topics, before, "0", cluster.clientConfig());
    Thread thread = new Thread(first, "alert-sink-before");
    thread.start();
    Await.until("both", () -> in(cluster, serdes, topics.liveAlerts().name()), s -> s.size() == 2);
    first.close();
    assertThat(in(cluster, serdes, topics.liveAlerts("korea").name())).containsExactly("a1");

    AlertSink.create(topics, after, "0", cluster.clientConfig()).close();
    assertThat(in(cluster, serdes, topics.liveAlerts("korea").name())).isEmpty();
    assertThat(in(cluster, serdes, topics.liveAlerts("europe").name())).containsExactly("a2");
  }

  private static Set<String> in(TestCluster cluster, AvroSerdes serdes, String topic) {
    return cluster.lastRecords(topic, serdes.valueDeserializer(TensionAlert.class)).keySet();
  }

  private static void runUntil(TestCluster cluster, java.util.function.BooleanSupplier enough) {
    TransactionalForwarder<TensionAlert> sink =
        AlertSink.create(TOPICS, ROUTES, "0", cluster.clientConfig());
    Thread thread = new Thread(sink, "alert-sink-under-test");
    thread.start();
    try {
      Await.until("the sink", enough::getAsBoolean, done -> done);
    } finally {
      sink.close();
    }
  }

  private static void send(TestCluster cluster, AvroSerdes serdes, String key, TensionAlert alert) {
    cluster.produce(
        List.of(new ProducerRecord<>(TOPICS.alerts().name(), key, alert)),
        serdes.valueSerializer(TensionAlert.class));
  }

  private static SortedMap<String, TensionAlert> live(
      TestCluster cluster, AvroSerdes serdes, String route) {
    String topic = route == null ? TOPICS.liveAlerts().name() : TOPICS.liveAlerts(route).name();
    return cluster.lastRecords(topic, serdes.valueDeserializer(TensionAlert.class));
  }
}
