package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.app.Settings;
import org.tensiometer.app.process.GenerationAnalysis;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TopicReader;
import org.tensiometer.wire.topics.Topics;

/**
 * The shipped parts, each as a user of its own with the rights that are made of the descriptors and
 * no others, against a broker that checks both.
 */
class SecurityIT {

  private static final Topics TOPICS = Topics.withDefaults();
  private static final String PREFIX = "tensiometer-";
  private static final String CERTIFIED = PREFIX + "sink-indicators";
  private static final List<String> PARTS =
      List.of(
          "ingest",
          "clock",
          "stream",
          "sink-alerts",
          "view",
          "subscriber",
          "operator-reader",
          "operator-dead-letters",
          "operator-erasure",
          "operator-generations");

  /** Of which the registry is asked, so that its answer is in the dead letter. */
  private static final byte[] UNKNOWN_SCHEMA = {0, 0, 0, 0x7f, 1, 2};

  /** What a dry run says first. */
  private static final String COUNTED =
      "publish \\d+ new days of pairs, replace \\d+ and withdraw \\d+, and \\d+ new alerts";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;
  private SecuredBroker broker;
  private final List<ShippedProcess> processes = new ArrayList<>();
  private int commands;

  @BeforeEach
  void start() throws Exception {
    broker = new SecuredBroker(folder, List.of(CERTIFIED));
    for (String part : PARTS) {
      broker.addUser(PREFIX + part);
    }
  }

  @AfterEach
  void stop() {
    processes.forEach(ShippedProcess::close);
    broker.close();
  }

  @Test
  void shouldWorkWithTheRightsOfEachPartAndNoOthersAndTellNoSecret() throws Exception {
    String applied = finished(0, operator("topics", "apply", "--acls", PREFIX));
    assertThat(applied).contains("User:tensiometer-stream").contains("created with 4 partitions");
    broker.letWrite(PREFIX + "view", TOPICS.claims().name());
    assertThat(finished(0, operator("topics", "plan", "--acls", PREFIX)))
        .contains("topics are as they should be")
        .contains("No right is missing.")
        .contains("User:tensiometer-view may WRITE topic tensiometer.claims too, which its part");
    broker.letWriteNoMore(PREFIX + "view", TOPICS.claims().name());
    poison();
    finished(0, start("DEBUG", as("ingest"), "ingest", "--name", "night", feed().toString()));

    int port = Loopback.freePort();
    Path state = folder.resolve("state");
    start(as("stream"), "stream", "--state-dir", state.toString(), "--metrics-port", "" + port);
    ShippedProcess alerts = start(as("sink-alerts"), "sink", "alerts", "--routes", routes());
    ShippedProcess indicators =
        start(config("sink-indicators", broker.withCertificate(CERTIFIED)), "sink", "indicators");
    awaitRecords(TOPICS.indicatorsLatest().name());
    awaitRecords(TOPICS.liveAlerts().name());
    awaitRecords(TOPICS.deadLetters().name());
    ShippedProcess watch = start(as("subscriber"), "watch", "--output", "json");
    Await.until(
        "an alert for the subscriber", watch::printed, p -> p.contains("ARM-AZE"), PATIENCE);
    ShippedProcess view = start(as("view"), "view", "--view-port", "0");
    Await.until("the view", view::printed, p -> p.contains("Ctrl-C ends it"), PATIENCE);
    assertThat(processes.stream().filter(ShippedProcess::isAlive)).hasSize(5);
    operatorsWork();
    anotherAnalysisTakesOver(alerts, indicators);

    String refused = finished(2, start(as("sink-alerts"), "ingest", feed().toString()));
    assertThat(refused).containsIgnoringCase("authoriz").doesNotContain("\tat ");

    String shown = finished(0, start(as("stream"), "config", "show"));
    assertThat(shown)
        .contains("sasl.jaas.config", "basic.auth.user.info")
        .contains("schema.registry.ssl.key.password")
        .contains("********");
    StringBuilder said = new StringBuilder(meters(port));
    for (ShippedProcess process : processes) {
      said.append(process.printed());
    }
    for (ConsumerRecord<String, byte[]> letter : records(TOPICS.deadLetters().name())) {
      said.append(new String(letter.value(), StandardCharsets.ISO_8859_1));
    }
    assertThat(said).as("what is logged at INFO").contains("StreamsConfig values");
    assertThat(said).as("what is logged at DEBUG").contains(" DEBUG ");
    assertThat(said).as("what the registry said").contains("names schema 32513");
    assertThat(said).contains("undecodable");
    for (String secret : List.of(SecuredBroker.PASSWORD, SecuredBroker.REGISTRY_PASSWORD)) {
      assertThat(said.toString().contains(secret)).as("%s is told", secret).isFalse();
    }
  }

  /** What docs/operations.md shows, each kind of work by the user for it. */
  private void operatorsWork() throws Exception {
    assertThat(finished(0, start(as("operator-reader"), "deadletters", "ls")))
        .contains("undecodable");
    assertThat(finished(0, start(as("operator-reader"), "explain", "ARM-AZE"))).contains("shelled");
    finished(2, start(as("operator-reader"), "deadletters", "redrive", "--reason", "undecodable"));
    finished(
        0, start(as("operator-dead-letters"), "deadletters", "redrive", "--reason", "undecodable"));
    int ticks = records(TOPICS.ticks().name()).size();
    ShippedProcess clock = start(as("clock"), "clock");
    Await.until("ticks of the clock", () -> records(TOPICS.ticks().name()).size(), n -> n > ticks);
    assertThat(clock.isAlive()).as(clock.printed()).isTrue();
  }

  /**
   * A generation that analyses the articles itself: operators make it, are told which rights it
   * needs, put it in the place of the live one and back, and take it away; the user of the topology
   * keeps its claims up to date, also with what is erased meanwhile.
   */
  private void anotherAnalysisTakesOver(ShippedProcess... sinks) throws Exception {
    Path operator = as("operator-generations");
    String state = folder.resolve("g2").toString();
    finished(
        0,
        start(
            operator, "replay", "start", "--articles", "--generation", "g2", "--state-dir", state));
    String[] plan = {"topics", "plan", "--acls", PREFIX, "--generation", "g2"};
    assertThat(finished(0, operator(plan)))
        .containsPattern("User:tensiometer-stream +WRITE +topic tensiometer\\.g2\\.claims")
        .containsPattern("User:tensiometer-stream +READ +group tensiometer-g2-analysis\\.articles")
        .containsPattern(
            "User:tensiometer-operator-erasure +WRITE +topic tensiometer\\.g2\\.claims")
        .as("rights of the other generation are needed, too")
        .doesNotContain("does not need");
    finished(0, operator("topics", "apply", "--acls", PREFIX, "--generation", "g2"));

    try (GenerationAnalysis analysis = analysisAsStream()) {
      finished(0, start(as("operator-erasure"), "erase", "a2", "--yes"));
      analysis.await(line -> {});
    }
    finished(0, start(operator, "replay", "diff", "--generation", "g2"));
    assertThat(finished(2, promotion(operator, "g2"))).containsPattern(COUNTED);
    finished(0, start(operator, "replay", "promote", "--force", "--generation", "g2"));
    awaitEach(sinks, "generation g1.*generation g2");
    // That one is run, so that it is looked for what it has not published.
    assertThat(finished(0, promotion(operator, "g1"))).containsPattern(COUNTED);
    finished(0, start(operator, "replay", "rollback"));
    awaitEach(sinks, "generation g1.*generation g2.*generation g1");
    finished(0, start(operator, "replay", "drop", "--generation", "g2"));
  }

  private ShippedProcess promotion(Path as, String generation) throws IOException {
    return start(as, "replay", "promote", "--dry-run", "--generation", generation);
  }

  private static void awaitEach(ShippedProcess[] sinks, String said) {
    Pattern all = Pattern.compile(said, Pattern.DOTALL);
    for (ShippedProcess sink : sinks) {
      Await.until(
          "a sink to say " + said, sink::printed, text -> all.matcher(text).find(), PATIENCE);
    }
  }

  /** It has nothing to analyse any more; what it has to do is the erasure. */
  private GenerationAnalysis analysisAsStream() {
    Settings settings =
        new Settings(
            broker.withPassword(PREFIX + "stream").get("bootstrap.servers"),
            broker.withPassword(PREFIX + "stream").get("schema.registry.url"),
            new Topics(TOPICS.prefix(), "g2").analysing(),
            broker.withPassword(PREFIX + "stream"));
    return GenerationAnalysis.start(settings, article -> List.of(), "0", OptionalInt.empty());
  }

  private String routes() throws IOException {
    return Files.writeString(
            folder.resolve("routes.json"),
            """
            {"routes": [{"name": "claims", "pairs": ["ARM-AZE"]}]}
            """)
        .toString();
  }

  private Path feed() throws IOException {
    StringBuilder lines = new StringBuilder();
    String[] words = {
      "Armenian forces shelled Azerbaijani positions. Azerbaijan condemned Armenia.",
      "Armenia shelled Azerbaijan during the night, witnesses in the border villages said.",
      "The Armenian army shelled Azerbaijani troops near the lake."
    };
    for (int i = 0; i < words.length; i++) {
      lines.append(
          "{\"id\":\"a%d\",\"outlet\":\"Paper %d\",\"published\":\"2023-03-01\",\"body\":\"%s\"}%n"
              .formatted(i, i, words[i]));
    }
    return Files.writeString(folder.resolve("feed.jsonl"), lines);
  }

  private void poison() {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.operatorAddress()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (byte[] value : List.of(new byte[] {1, 2}, UNKNOWN_SCHEMA)) {
        producer.send(
            new ProducerRecord<>(
                TOPICS.claims().name(), "x#0".getBytes(StandardCharsets.UTF_8), value));
      }
    }
  }

  private void awaitRecords(String topic) {
    Await.until("records in " + topic, () -> records(topic).size(), n -> n > 0, PATIENCE);
  }

  private List<ConsumerRecord<String, byte[]>> records(String topic) {
    return new TopicReader(broker.operatorAddress()).records(topic, (name, bytes) -> bytes);
  }

  private static String meters(int port) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private ShippedProcess operator(String... command) throws IOException {
    Map<String, String> settings = broker.registrySettings();
    settings.put("bootstrap.servers", broker.operatorAddress());
    return start(config("operator", settings), command);
  }

  private Path as(String part) throws IOException {
    return config(part, broker.withPassword(PREFIX + part));
  }

  private Path config(String name, Map<String, String> settings) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".properties"),
        settings.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  private ShippedProcess start(Path config, String... command) throws IOException {
    return start("INFO", config, command);
  }

  private ShippedProcess start(String level, Path config, String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--config", config.toString()));
    ShippedProcess process =
        ShippedProcess.start(
            folder.resolve("output-" + ++commands + ".log"),
            Map.of("TENSIOMETER_LOG_LEVEL", level),
            arguments);
    processes.add(process);
    return process;
  }

  private static String finished(int code, ShippedProcess process) throws Exception {
    assertThat(process.awaitEnd()).as(process.printed()).isEqualTo(code);
    return process.printed();
  }
}
