package org.tensiometer.acceptance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.acceptance.Feed;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.testkit.Await;
import org.tensiometer.wire.topics.Topics;

/** What Prometheus reads from every part, each a process of its own on a cluster with a feed. */
class MetricsIT {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Pattern ADDRESS = Pattern.compile("Metrics at (http://\\S+)");

  /** Several processes start at once, one of them with the language models. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String FORWARDED =
      "tensiometer_sink_records_total{sink=\"tensiometer-sink-indicators\"}";

  /** Of Prometheus itself: whether it reached the process. */
  private static final String UP = "up";

  @TempDir private static Path folder;
  private static EmbeddedStack stack;
  private static String stream;
  private static String ingest;
  private static String clock;
  private static String alertSink;
  private static String indicatorSink;
  private static String view;

  @BeforeAll
  static void scrapeEveryPart() throws Exception {
    stack = EmbeddedStack.start(folder.resolve("data"), Ports.FREE);
    Path feed = folder.resolve("feed.jsonl");
    Feed.write(feed, 6);
    try (ShippedProcess topology =
        start("stream", "--state-dir", folder.resolve("state").toString())) {
      // Standard input stays open, so that it does not end before it is asked.
      try (ShippedProcess process = start("ingest", feed.toString(), "-")) {
        // The last articles wait in it for the end of the input.
        ingest = scrape(process, "tensiometer_ingest_articles_total 1\\d\\.0");
      }
      refuseARecord();
      stream =
          scrape(
              topology,
              "tensiometer_dead_letters_total\\{",
              "tensiometer_claims_not_indexed_total\\{",
              "tensiometer_topology_running 1.0",
              "tensiometer_articles_total 1\\d\\.0");
      try (ShippedProcess process = start("clock")) {
        clock = scrape(process, "tensiometer_clock_ticks_total [1-9]");
      }
    }
    try (ShippedProcess process = start("sink", "alerts")) {
      alertSink = scrape(process, "tensiometer_sink_behind\\{");
    }
    try (ShippedProcess process = start("sink", "indicators")) {
      indicatorSink =
          scrape(
              process,
              text -> text.contains(FORWARDED) && !text.contains(FORWARDED + " 0.0"),
              "records that the sink has brought on");
    }
    try (ShippedProcess process = start("view", "--view-port", "0")) {
      view = scrape(process, "tensiometer_view_live 1.0");
    }
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void shouldServeEveryMeterOfTheDocument() throws IOException {
    List<String> documented =
        Pattern.compile("(?m)^\\| `tensiometer\\.[^|]*\\| `(tensiometer_\\w+)")
            .matcher(Files.readString(ROOT.resolve("docs/metrics.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(documented).hasSizeGreaterThan(12);
    Set<String> served = served();
    assertThat(documented)
        .allMatch(name -> served.contains(name) || served.contains(name + "_count"));
  }

  @Test
  void shouldTellOfEachPartWhatItDoes() {
    assertThat(ingest).contains("tensiometer_model_load_seconds_count 1");
    assertThat(stream)
        .contains("tensiometer_claims_total{disposition=\"indexed\"}")
        .contains("tensiometer_restore_remaining 0.0")
        .contains("tensiometer_dead_letters_total{reason=\"undecodable\",stage=\"claims\"} 1.0")
        .contains("kafka_stream_thread_process_total");
    assertThat(clock).doesNotContain("tensiometer_topology_running");
    assertThat(alertSink)
        .contains("tensiometer_sink_records_total{sink=\"tensiometer-sink-alerts\"}");
    assertThat(indicatorSink)
        .contains("tensiometer_sink_behind{sink=\"tensiometer-sink-indicators\"}");
    assertThat(view).contains("tensiometer_view_readers 0.0");
    for (String scraped : List.of(ingest, stream, clock, alertSink, indicatorSink, view)) {
      assertThat(scraped).contains("jvm_memory_used_bytes", "process_uptime_seconds");
    }
  }

  @Test
  void shouldNameInAlertRulesOnlyMetricsThatAreServed() throws IOException {
    JsonNode rules =
        new ObjectMapper(new YAMLFactory())
            .readTree(ROOT.resolve("deploy/prometheus/alerts.yaml").toFile());
    areServed(rules.findValuesAsText("expr"));
  }

  @Test
  void shouldNameInTheDashboardOnlyMetricsThatAreServed() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(ROOT.resolve("deploy/grafana/dashboard.json").toFile());
    areServed(dashboard.findValuesAsText("expr"));
  }

  private static void areServed(List<String> expressions) {
    assertThat(expressions).hasSizeGreaterThan(10);
    Set<String> served = served();
    served.add(UP);
    for (String expression : expressions) {
      assertThat(PromQl.metrics(expression)).as(expression).isNotEmpty().isSubsetOf(served);
    }
  }

  private static Set<String> served() {
    Set<String> names = new TreeSet<>();
    for (String scraped : List.of(ingest, stream, clock, alertSink, indicatorSink, view)) {
      scraped
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    }
    return names;
  }

  private static ShippedProcess start(String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of(
            "--bootstrap-server",
            stack.bootstrapServers(),
            "--schema-registry",
            stack.registryUrl(),
            "--metrics-port",
            "0"));
    return ShippedProcess.start(
        folder.resolve(String.join("-", command).replace('/', '-') + ".log"),
        arguments.toArray(String[]::new));
  }

  /**
   * What the process serves.
   *
   * @param needed patterns that are all found in it
   */
  private static String scrape(ShippedProcess process, String... needed) throws Exception {
    return scrape(
        process,
        text -> Stream.of(needed).allMatch(line -> Pattern.compile(line).matcher(text).find()),
        String.join(" and ", needed));
  }

  private static String scrape(ShippedProcess process, Predicate<String> enough, String what)
      throws Exception {
    String url =
        Await.until(
            "the address of the metrics",
            () -> {
              String printed = process.printed();
              assertThat(process.isAlive()).as(printed).isTrue();
              Matcher address = ADDRESS.matcher(printed);
              return address.find() ? address.group(1) : "";
            },
            found -> !found.isEmpty(),
            PATIENCE);
    Await.until(what + " at " + url, () -> ownLines(get(url)), enough, PATIENCE);
    return get(url);
  }

  /** Those that change only when something happens. */
  private static String ownLines(String scraped) {
    return scraped
        .lines()
        .filter(line -> line.startsWith("tensiometer_"))
        .collect(Collectors.joining("\n"));
  }

  private static String get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static void refuseARecord() throws Exception {
    byte[] poison = {1, 2, 3};
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(Topics.withDefaults().claims().name(), poison, poison))
          .get();
    }
  }
}
