package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TopicReader;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * Every command of deploy/README.md, in its order, does what it says: the image is built from the
 * sources, all parts start as deploy/compose.yaml has them, and what goes in as a file comes out as
 * an alert. The few that are not run stand here with the reason. Skipped unless {@code
 * -Dtensiometer.compose=required} asks for it; it needs a Docker engine and its Compose on this
 * machine, and the ports that the document names. The variables that name other images are those of
 * deploy/compose.yaml.
 */
class DeploymentCommandsIT {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path README = ROOT.resolve("deploy/README.md");
  private static final Topics TOPICS = Topics.withDefaults();
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int DAYS = 6;
  private static final String COMPOSE = "docker compose -f deploy/compose.yaml ";
  private static final String OF_PROJECT =
      " --filter label=com.docker.compose.project=" + DeploymentShell.PROJECT;

  private static final Map<String, String> NOT_RUN =
      Map.of(
          "mvn -B -pl modules/deployment -am -Dtest=KubernetesTest"
              + " -Dsurefire.failIfNoSpecifiedTests=false -Dtensiometer.write.deployment=true test",
          "writes files of the checkout; without the property it is part of the build",
          COMPOSE + "--profile dashboard up --detach",
          "there is no Grafana outside the registries of images; a test reads its files",
          "kubectl create namespace tensiometer",
          "needs a cluster",
          "kubectl apply -k deploy/kubernetes",
          "needs a cluster; a test reads the files with the classes of the API",
          "curl -H 'Content-Type: application/json' -d @deploy/connect/jdbc-live-alerts.json"
              + " http://127.0.0.1:8083/connectors",
          "needs a worker with connectors of others; a test runs the transformations");

  @TempDir private static Path folder;
  private static DeploymentShell shell;

  /** What must be so when a command has ended, given what it printed. */
  private interface Check {
    void of(String printed) throws Exception;
  }

  @BeforeAll
  static void writeArticles() throws IOException {
    assumeTrue(
        "required".equals(System.getProperty("tensiometer.compose")),
        "-Dtensiometer.compose=required runs the commands of deploy/README.md");
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Feed.write(articles.resolve("feed.jsonl"), DAYS);
    shell = new DeploymentShell(ROOT, folder, articles);
  }

  @AfterAll
  static void leaveNothing() throws Exception {
    if (shell != null) {
      shell.run(COMPOSE + "--profile '*' down --volumes");
      shell.run("docker image rm --force " + DeploymentShell.IMAGE);
    }
  }

  @TestFactory
  Stream<DynamicTest> shouldDoWhatTheyAreDocumentedToDo() throws IOException {
    Map<String, Check> checks = checks();
    assertThat(MarkdownCommands.linesNotRun(README)).isEmpty();
    List<String> run = new ArrayList<>(MarkdownCommands.of(README));
    assertThat(run).containsAll(NOT_RUN.keySet());
    run.removeAll(NOT_RUN.keySet());
    assertThat(run)
        .as("commands of %s, each of which needs a check or a reason not to be run", README)
        .containsExactlyElementsOf(checks.keySet());
    return checks.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> entry.getValue().of(shell.run(entry.getKey()))));
  }

  private static Map<String, Check> checks() {
    Map<String, Check> checks = new LinkedHashMap<>();
    checks.put("export ARTICLES=/path/to/articles", printed -> {});
    checks.put(
        COMPOSE + "up --build --detach",
        printed -> assertThat(shell.run("docker ps" + OF_PROJECT)).contains("view", "stream"));
    checks.put(COMPOSE + "logs --follow ingest", DeploymentCommandsIT::alertIsPublished);
    checks.put(
        COMPOSE + "run --rm ingest",
        printed -> assertThat(printed).contains("= 0 analysed + " + 3 * DAYS + " known"));
    checks.put(COMPOSE + "--profile live up --detach", printed -> wallTimeIsTold());
    checks.put(COMPOSE + "--profile watch up --detach", printed -> prometheusWatches());
    Instant begin = Instant.now();
    checks.put(COMPOSE + "--profile '*' down", printed -> allHaveEndedInOrder(begin));
    checks.put(
        COMPOSE + "--profile '*' down --volumes",
        printed -> assertThat(shell.run("docker volume ls --quiet" + OF_PROJECT)).isBlank());
    return checks;
  }

  private static void alertIsPublished(String printed) throws Exception {
    assertThat(printed).contains(3 * DAYS + " articles read");
    Await.until(
        "an open alert",
        () -> records(TOPICS.liveAlerts()).stream().map(alert -> alert.value().getPair()).toList(),
        pairs -> pairs.contains(PublishedFeed.PAIR),
        PATIENCE);
    Await.until(
        "the alert in the view",
        () -> get("http://127.0.0.1:8080/api/alerts").toString(),
        alerts -> alerts.contains(PublishedFeed.PAIR),
        PATIENCE);
  }

  private static void wallTimeIsTold() {
    Await.until(
        "a tick of the wall's clock",
        () -> records(TOPICS.ticks()).stream().map(tick -> tick.value().getClock()).toList(),
        clocks -> clocks.contains(ClockSource.WALL),
        PATIENCE);
  }

  /** All parts that stay are scraped, and each rule was evaluated. */
  private static void prometheusWatches() {
    Await.until(
        "Prometheus to see the parts",
        () -> get("http://127.0.0.1:9090/api/v1/query?query=up%7Bjob%3D%22tensiometer%22%7D"),
        DeploymentCommandsIT::areAllUp,
        PATIENCE);
    Await.until(
        "Prometheus to evaluate the rules",
        () -> get("http://127.0.0.1:9090/api/v1/rules").findValuesAsText("health"),
        health -> !health.isEmpty() && health.stream().allMatch("ok"::equals),
        PATIENCE);
  }

  private static boolean areAllUp(JsonNode answer) {
    List<JsonNode> values = answer.findValues("value");
    return values.size() == 4
        && values.stream().allMatch(value -> value.get(1).asText().equals("1"));
  }

  /** A part that has to be killed ends with 137; the volumes are still there. */
  private static void allHaveEndedInOrder(Instant begin) throws Exception {
    assertThat(shell.run("docker ps --all --quiet" + OF_PROJECT)).isBlank();
    String events =
        "docker events --filter event=die --since %d --until %d --format '%s'"
            .formatted(
                begin.getEpochSecond(),
                Instant.now().getEpochSecond() + 1,
                "{{.Actor.Attributes.exitCode}}");
    assertThat(shell.run(events + OF_PROJECT).lines().toList())
        .isNotEmpty()
        .isSubsetOf("0", "130", "143");
    assertThat(shell.run("docker volume ls --quiet" + OF_PROJECT)).contains("_kafka", "_stream");
  }

  private static <V extends SpecificRecord> List<ConsumerRecord<String, V>> records(
      TopicDescriptor<V> topic) {
    AvroSerdes serdes =
        new AvroSerdes(Map.of("schema.registry.url", "http://127.0.0.1:8081/apis/ccompat/v7"));
    return new TopicReader("127.0.0.1:9092")
        .records(topic.name(), serdes.value(topic).deserializer());
  }

  /** What the address answers; an empty object while nobody answers yet. */
  private static JsonNode get(String address) throws InterruptedException {
    ObjectMapper json = new ObjectMapper();
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return json.readTree(
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return json.createObjectNode();
    }
  }
}
