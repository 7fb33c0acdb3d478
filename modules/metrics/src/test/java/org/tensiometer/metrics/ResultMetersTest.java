package org.tensiometer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

@ExtendWith(SharedCluster.class)
class ResultMetersTest {

  private static final String HOST = "127.0.0.1";

  @Test
  void shouldServeWhatWasPublishedUnderItsPinnedNames(TestCluster cluster) throws Exception {
    Topics topics = new Topics("metered", "g1", 2);
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(topics.all());
    }
    String letters = topics.deadLetters().name();
    ProducerRecord<String, SpecificRecord> moved = new ProducerRecord<>(letters, "k", deadLetter());
    moved.headers().add(DeadLetters.COPIED, new byte[0]);
    send(cluster, moved);
    send(cluster, topics.articles().name(), "erased", null);
    send(cluster, topics.articles().name(), "erased", deadLetter());
    try (MetricsEndpoint endpoint = MetricsEndpoint.start(HOST, 0, new FixedHealth());
        ResultMeters meters =
            ResultMeters.start(endpoint.registry(), cluster.clientConfig(), topics)) {
      send(cluster, topics.liveAlerts().name(), "a1", alert());
      send(cluster, topics.liveAlerts().name(), "a1", null);
      send(cluster, letters, "k", deadLetter());
      String scraped =
          Await.until(
              "the meters",
              () -> scrape(endpoint),
              text ->
                  text.contains("tensiometer_alerts_total{kind=\"raise\"} 1.0")
                      && text.contains("tensiometer_dead_letters_total{")
                      && !text.contains("tensiometer_articles_total 0"));
      assertThat(scraped)
          .contains("tensiometer_dead_letters_total{reason=\"undecodable\",stage=\"claims\"} 1.0")
          .contains("tensiometer_articles_total 1.0")
          .contains("tensiometer_alert_latency_seconds_count 1")
          .contains("tensiometer_claims_total{disposition=\"indexed\"} 0.0")
          .contains("tensiometer_late_total 0.0")
          .contains("jvm_memory_used_bytes");
    }
  }

  @Test
  void shouldDescribeEveryMeterInTheDocumentAndNoOther() throws Exception {
    TreeSet<String> named = new TreeSet<>();
    for (Field field : Meters.class.getFields()) {
      named.add((String) field.get(null));
    }
    Path document = Path.of(System.getProperty("project.root"), "docs", "metrics.md");
    List<String> described =
        Pattern.compile("(?m)^\\| `(tensiometer\\.[a-z.]+)`")
            .matcher(Files.readString(document))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void shouldNameThePortThatIsTaken() {
    try (MetricsEndpoint first = MetricsEndpoint.start(HOST, 0, new FixedHealth())) {
      int port = URI.create(first.url()).getPort();
      assertThatThrownBy(() -> MetricsEndpoint.start(HOST, port, new FixedHealth()))
          .hasMessageContaining("port " + port + " of 127.0.0.1")
          .hasMessageContaining("choose another port");
    }
  }

  private static String scrape(MetricsEndpoint endpoint) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(endpoint.url())).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static void send(TestCluster cluster, String topic, String key, SpecificRecord value) {
    send(cluster, new ProducerRecord<>(topic, key, value));
  }

  private static void send(TestCluster cluster, ProducerRecord<String, SpecificRecord> record) {
    cluster.produce(
        List.of(record),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(SpecificRecord.class));
  }

  private static DeadLetter deadLetter() {
    return DeadLetter.newBuilder()
        .setReason("undecodable")
        .setMessage("too short")
        .setStage("claims")
        .setGeneration("g1")
        .setOriginTopic("metered.claims")
        .setOriginPartition(0)
        .setOriginOffset(7)
        .setOriginTimestamp(Instant.EPOCH)
        .setAttempt(1)
        .setHeaders(Map.of())
        .build();
  }

  private static TensionAlert alert() {
    LocalDate day = LocalDate.parse("2024-06-21");
    return TensionAlert.newBuilder()
        .setAlertId("a1")
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
        .setSentence("Korea is tense.")
        .setTopClusters(List.of())
        .setRuleVersion("1")
        .setConfigHash("0")
        .setGeneration("g1")
        .setRevision(1)
        .setLastReceivedAt(Instant.now())
        .build();
  }
}
