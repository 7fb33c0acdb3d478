package org.tensiometer.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.app.Analysis;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.Tensiometer;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.Tick;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.Overrides;
import org.tensiometer.operations.erasure.Erasure;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SameAnswer;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * A generation that analyses the articles itself takes the place of one whose analysis was worse,
 * and gives it back, while sinks and both topologies are at work: subscribers see what differs and
 * nothing else.
 */
@ExtendWith(SharedCluster.class)
class PromotedAnalysisTest {

  private static final Topics LIVE = new Topics(Topics.DEFAULT_PREFIX, "g1", 2);
  private static final Topics ANALYSED = new Topics(LIVE.prefix(), "g2", 2).analysing();

  private static final String[] OUTLETS = {"Harbour Post", "Morning Ledger", "The Courier"};

  /** Each outlet in its own words: a copied sentence would corroborate nothing. */
  private static final String[] GRAVE = {
    "Norwegian forces shelled Kenya. Armenian forces shelled Azerbaijani positions.",
    "Norway shelled Kenya during the night, witnesses said. Armenia shelled Azerbaijan at dawn.",
    "The Norwegian army shelled Kenya. The Armenian army shelled Azerbaijani troops near the lake."
  };

  @TempDir private Path folder;
  private final Closing closing = new Closing();
  private TestCluster cluster;
  private Settings settings;

  @BeforeEach
  void install(TestCluster shared) {
    cluster = shared;
    settings = new Settings(shared.bootstrapServers(), shared.registryUrl(), LIVE, Map.of());
  }

  @AfterEach
  void stop() {
    closing.close();
  }

  @Test
  void shouldPublishWhatTheBetterAnalysisSaysOtherwiseAndTakeItBackWhenRolledBack()
      throws Exception {
    ClaimSplitter present = Analysis.splitter(line -> {});
    // Takes Kenya for Chile.
    ClaimSplitter worse =
        article ->
            present.split(
                Article.newBuilder(article)
                    .setBody(article.getBody().replace("Kenya", "Chile"))
                    .build());
    Preparation.ensureTopics(settings, Routes.NONE);
    topology(settings);
    serve("sink", "alerts");
    serve("sink", "indicators");
    ingest(worse, articles());
    awaitLive(Set.of("ARM-AZE", "CHL-NOR"));
    // Alerts come with the third article; what the sink of indicators told last may be of the
    // first.
    Await.until(
        "subscribers to be told the newest",
        () -> indicators(LIVE.indicatorsLatest()),
        latest -> latest.equals(newest()));
    SortedMap<String, TensionAlert> alertsBefore = alerts(LIVE.liveAlerts());
    SortedMap<String, TensionIndicator> indicatorsBefore = indicators(LIVE.indicatorsLatest());

    Settings analysed = settings.with(ANALYSED);
    Preparation.ensureTopics(analysed, Routes.NONE);
    closing
        .add(GenerationAnalysis.start(analysed, present, "test", OptionalInt.empty()))
        .await(line -> {});
    requireRefusedBeforeItsDaysArePublished(analysed);
    topology(analysed);
    Await.until(
        "its topology to run", () -> GenerationStanding.of(analysed), GenerationStanding::runs);

    Set<String> difference =
        Set.of("alert CHL-NOR", "alert KEN-NOR", "indicator CHL-NOR", "indicator KEN-NOR");
    String announced;
    try (AutoCloseable untilThen = steadyInput()) {
      Await.until(
          "input that is not read yet",
          () -> new Replay(analysed, line -> {}).left(),
          left -> left > 0);
      announced = succeed("replay", "promote", "--generation", "g2", "--dry-run");
    }
    assertThat(pairs(alerts(ANALYSED.alerts()).values())).isEqualTo(Set.of("ARM-AZE", "KEN-NOR"));
    Published promotion = new Published();
    succeed("replay", "promote", "--generation", "g2");
    awaitLive(Set.of("ARM-AZE", "KEN-NOR"));
    assertThat(promotion.since()).isEqualTo(difference);
    assertThat(announced).contains(promotion.changes());
    assertThat(
            SameAnswer.of(alerts(ANALYSED.alerts()), alerts(LIVE.liveAlerts()))
                .ignoring("generation")
                .breaches())
        .isEmpty();

    ingest(worse, article("more", "The Courier", "France praised Kenya."));
    awaitLive(Set.of("ARM-AZE", "KEN-NOR"), "FRA-KEN");
    succeed("erase", "more", "--yes");
    awaitErased("more");

    announced = succeed("replay", "rollback", "--dry-run");
    Published rollback = new Published();
    succeed("replay", "rollback");
    awaitLive(Set.of("ARM-AZE", "CHL-NOR"));
    assertThat(rollback.since()).isEqualTo(difference);
    assertThat(announced).contains(rollback.changes());
    assertThat(alerts(LIVE.liveAlerts())).isEqualTo(alertsBefore);
    assertThat(indicators(LIVE.indicatorsLatest())).isEqualTo(indicatorsBefore);
  }

  /** Read by a topology that never publishes, which is told from its changelogs alone. */
  private void requireRefusedBeforeItsDaysArePublished(Settings generation) throws Exception {
    PairStageSettings never =
        new PairStageSettings(
            Duration.ofDays(1), Integer.MAX_VALUE, 1, PairStageSettings.PUBLISH_FOR, false);
    try (TensionStreams topology = streams(generation, never)) {
      topology.start();
      Await.until(
          "everything to be read by the generation",
          () -> new Replay(generation, line -> {}).left(),
          left -> left == 0);
      StringWriter printed = new StringWriter();
      assertThat(
              Tensiometer.execute(
                  here("replay", "promote", "--generation", "g2", "--timeout", "0"),
                  console(printed)))
          .isEqualTo(2);
      assertThat(printed.toString())
          .containsPattern(
              "g2 has still [1-9]\\d* days of pairs to publish that it has read, 0 ms");
      assertThat(alerts(ANALYSED.alerts())).isEmpty();
    }
  }

  /** Ticks that tell nothing new, one after the other, so that there is always one to read. */
  private AutoCloseable steadyInput() {
    List<Tick> ticks = new ArrayList<>();
    cluster
        .reader()
        .forEach(
            LIVE.ticks().name(),
            serdes().valueDeserializer(Tick.class),
            record -> ticks.add(record.value()));
    AtomicBoolean goesOn = new AtomicBoolean(true);
    Thread clock =
        new Thread(
            () -> {
              try (IngestConnection connection =
                  IngestConnection.openClock(cluster.clientConfig(), LIVE)) {
                while (goesOn.get()) {
                  connection.tell(ticks.get(ticks.size() - 1));
                }
              }
            },
            "steady-input");
    clock.start();
    return () -> {
      goesOn.set(false);
      clock.join();
    };
  }

  private static String articles() {
    StringBuilder articles = new StringBuilder();
    for (int i = 0; i < OUTLETS.length; i++) {
      articles.append(article("a" + i, OUTLETS[i], GRAVE[i]));
    }
    return articles.toString();
  }

  private static String article(String id, String outlet, String body) {
    return """
        {"id":"%s","outlet":"%s","published":"2023-03-01","body":"%s"}
        """
        .formatted(id, outlet, body);
  }

  private void ingest(ClaimSplitter splitter, String jsonLines) {
    try (IngestConnection connection =
        IngestConnection.open(cluster.clientConfig(), LIVE, "files")) {
      new FileIngest(console(new StringWriter()), connection, splitter)
          .run(
              new ArticleReader(
                  Overrides.NONE,
                  new ByteArrayInputStream(jsonLines.getBytes(StandardCharsets.UTF_8))),
              List.of(ArticleReader.STANDARD_INPUT));
    }
  }

  private void topology(Settings of) {
    closing.add(streams(of, PairStageSettings.defaults())).start();
  }

  private TensionStreams streams(Settings of, PairStageSettings pairs) {
    return new TensionStreams(
        of.clientsWith(StreamsConfig.STATE_DIR_CONFIG, folder.toString()),
        of.topics(),
        new LexiconClaimCoder(Lexicon.bundled()),
        TensionConfig.defaults(),
        pairs);
  }

  /** Runs a command that goes on until the test ends. */
  private void serve(String... command) {
    StringWriter printed = new StringWriter();
    Thread thread =
        new Thread(() -> Tensiometer.execute(here(command), console(printed)), command[1]);
    thread.start();
    closing.add(
        () -> {
          thread.interrupt();
          thread.join();
        });
    Await.until(
        String.join(" ", command) + " to be at work",
        printed::toString,
        text -> text.contains("Ctrl-C ends it"));
  }

  private String succeed(String... command) {
    StringWriter printed = new StringWriter();
    assertThat(Tensiometer.execute(here(command), console(printed))).as(printed::toString).isZero();
    return printed.toString();
  }

  private String[] here(String... command) {
    return Stream.concat(
            Arrays.stream(command),
            Stream.of(
                "--bootstrap-server",
                cluster.bootstrapServers(),
                "--schema-registry",
                cluster.registryUrl(),
                "--partitions",
                "2"))
        .toArray(String[]::new);
  }

  private static Console console(StringWriter printed) {
    PrintWriter writer = new PrintWriter(printed, true);
    return new Console(new ByteArrayInputStream(new byte[0]), writer, writer);
  }

  /** Waits until subscribers see open alerts of these pairs, and indicators of these and others. */
  private void awaitLive(Set<String> alerted, String... others) {
    Set<String> all = new TreeSet<>(alerted);
    all.addAll(List.of(others));
    Await.until(
        "pairs that subscribers see",
        () ->
            List.of(
                pairs(alerts(LIVE.liveAlerts()).values()),
                indicators(LIVE.indicatorsLatest()).keySet()),
        List.of(alerted, all)::equals);
  }

  private void awaitErased(String article) {
    Await.until(
        article + " to be gone",
        () -> new Erasure(cluster.clientConfig(), ANALYSED, InstantSource.system()).plan(article),
        plan -> plan.tombstones().isEmpty() && plan.mentions().isEmpty());
  }

  private static Set<String> pairs(Iterable<TensionAlert> alerts) {
    Set<String> pairs = new TreeSet<>();
    alerts.forEach(alert -> pairs.add(alert.getPair()));
    return pairs;
  }

  private SortedMap<String, TensionAlert> alerts(TopicDescriptor<TensionAlert> topic) {
    return cluster.lastRecords(topic.name(), serdes().valueDeserializer(TensionAlert.class));
  }

  private SortedMap<String, TensionIndicator> indicators(TopicDescriptor<TensionIndicator> topic) {
    return cluster.lastRecords(topic.name(), serdes().valueDeserializer(TensionIndicator.class));
  }

  /** The newest day of each pair, as the topology says it. */
  private SortedMap<String, TensionIndicator> newest() {
    SortedMap<String, TensionIndicator> newest = new TreeMap<>();
    indicators(LIVE.indicators()).values().forEach(day -> newest.put(day.getPair(), day));
    return newest;
  }

  private AvroSerdes serdes() {
    return new AvroSerdes(cluster.clientConfig());
  }

  /** What subscribers are told from now on. */
  private final class Published {

    private final Set<String> before = all().keySet();
    private final Set<String> daysBefore = places(LIVE.indicatorsSeries());
    private final Set<String> alertsBefore = places(LIVE.liveAlerts());

    /** How many there were, in the words of a dry run. */
    String changes() {
      return "Sinks would publish "
          + changes(LIVE.indicatorsSeries(), daysBefore, "days of pairs")
          + ", and "
          + changes(LIVE.liveAlerts(), alertsBefore, "alerts")
          + ".";
    }

    private String changes(TopicDescriptor<?> topic, Set<String> placesBefore, String what) {
      Set<String> standing = new HashSet<>();
      int fresh = 0;
      int replaced = 0;
      int withdrawn = 0;
      for (var record : records(topic)) {
        boolean removal = record.value() == null;
        boolean stood = removal ? standing.remove(record.key()) : !standing.add(record.key());
        if (!placesBefore.contains(place(record))) {
          fresh += removal || stood ? 0 : 1;
          replaced += !removal && stood ? 1 : 0;
          withdrawn += removal ? 1 : 0;
        }
      }
      return "%d new %s, replace %d and withdraw %d".formatted(fresh, what, replaced, withdrawn);
    }

    private Set<String> places(TopicDescriptor<?> topic) {
      return records(topic).stream().map(Published::place).collect(Collectors.toSet());
    }

    private List<ConsumerRecord<String, byte[]>> records(TopicDescriptor<?> topic) {
      return cluster.reader().records(topic.name(), (name, bytes) -> bytes);
    }

    /** Of what pairs there were alerts and indicators since, removals included. */
    Set<String> since() {
      Map<String, String> now = all();
      now.keySet().removeAll(before);
      return new TreeSet<>(now.values());
    }

    /** Each record by its place. */
    private Map<String, String> all() {
      Map<String, String> records = new HashMap<>();
      Map<String, String> pairOfAlert = new HashMap<>();
      for (var record :
          cluster
              .reader()
              .records(LIVE.liveAlerts().name(), serdes().valueDeserializer(TensionAlert.class))) {
        if (record.value() != null) {
          pairOfAlert.put(record.key(), record.value().getPair());
        }
        records.put(place(record), "alert " + pairOfAlert.get(record.key()));
      }
      for (var record : records(LIVE.indicatorsLatest())) {
        records.put(place(record), "indicator " + record.key());
      }
      return records;
    }

    private static String place(ConsumerRecord<?, ?> record) {
      return record.topic() + ' ' + record.partition() + ' ' + record.offset();
    }
  }
}
