package org.tensiometer.sink.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class HeadlineSinkTest {

  private static final Topics TOPICS = new Topics("headlines", "g1", 2);
  private static final String TARGET = "headlines.text";

  /** a1 opens, a2 opens, a1 is over: what is left is the sentence of a2. */
  @Test
  void shouldKeepTheSentencesOfTheOpenAlerts(TestCluster cluster) {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(TOPICS.all());
    }
    cluster.createTopics(2, TARGET);
    send(cluster, "a1", alert("a1", "Korea is tense."));
    send(cluster, "a2", alert("a2", "Kashmir is tense."));
    send(cluster, "a1", null);
    TransactionalForwarder<TensionAlert> sink =
        HeadlineSink.create(TOPICS, TARGET, "0", cluster.clientConfig());
    new Thread(sink, HeadlineSink.NAME).start();
    try {
      Map<String, String> texts =
          Await.until(
              "the sentences",
              () -> cluster.lastRecords(TARGET, new StringDeserializer()),
              last -> last.size() == 1 && last.containsKey("a2"));
      assertThat(texts).containsExactly(Map.entry("a2", "Kashmir is tense."));
    } finally {
      sink.close();
    }
  }

  private static void send(TestCluster cluster, String key, TensionAlert alert) {
    cluster.produce(
        List.of(new ProducerRecord<>(TOPICS.liveAlerts().name(), key, alert)),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(TensionAlert.class));
  }

  private static TensionAlert alert(String id, String sentence) {
    LocalDate day = LocalDate.parse("2024-06-21");
    return TensionAlert.newBuilder()
        .setAlertId(id)
        .setPair("KOR-PRK")
        .setCountryA("KOR")
        .setCountryB("PRK")
        .setKind(AlertKind.RAISE)
        .setTier(1)
        .setFirstDay(day)
        .setDay(day)
        .setStatus(IndicatorStatus.OK)
        .setLevel(40)
        .setClusters(4)
        .setOutlets(2)
        .setOwners(2)
        .setSentence(sentence)
        .setTopClusters(List.of())
        .setRuleVersion("1")
        .setConfigHash("0")
        .setGeneration("g1")
        .setRevision(1)
        .setLastReceivedAt(Instant.EPOCH)
        .build();
  }
}
