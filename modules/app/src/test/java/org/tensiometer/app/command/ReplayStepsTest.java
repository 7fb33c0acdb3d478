package org.tensiometer.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.Tensiometer;
import org.tensiometer.app.process.GenerationAnalysis;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.ReplayRange;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.IdBasis;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PublishedPrecision;
import org.tensiometer.contracts.Revision;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.generations.Generations;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

/** The steps of a replay, one command after the other, over a handful of claims on a broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayStepsTest {

  private static final Topics LIVE = new Topics(Topics.DEFAULT_PREFIX, "g1", 1);
  private static final String ERASED = "erased";
  private static final List<String> ARTICLES = List.of("a0", "a1", "a2", "a3", "a4", ERASED);
  private static final Instant FIRST_WRITTEN = Instant.parse("2024-06-01T00:00:00Z");
  private static final long DAY_SECONDS = 86_400;

  /** Commands that only look, at something that is not there. */
  private static final List<String> LOOKS =
      List.of(
          "deadletters ls --generation typo",
          "late ls --generation typo",
          "deadletters redrive --all --dry-run --generation typo",
          "erase nobody --dry-run",
          "replay diff --generation typo",
          "replay promote --generation typo --dry-run",
          "replay drop --generation typo --dry-run",
          "reset --dry-run --generation typo");

  @TempDir private Path folder;
  private final Map<String, Integer> codesBefore = new LinkedHashMap<>();
  private Set<String> topicsBefore;
  private TestCluster cluster;
  private String said;

  @BeforeAll
  void installAndWriteClaims() throws Exception {
    cluster = TestCluster.startInThisJvm();
    for (String look : LOOKS) {
      codesBefore.put(look, run(look));
    }
    codesBefore.put("start", run("replay start --generation typo --dry-run"));
    topicsBefore = topics();
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(LIVE.all());
    }
    List<ProducerRecord<String, ClaimEvent>> claims = new ArrayList<>();
    List<ProducerRecord<String, Article>> articles = new ArrayList<>();
    for (String article : ARTICLES) {
      articles.add(
          new ProducerRecord<>(
              LIVE.articles().name(), 0, writtenAt(articles.size()), article, article(article)));
      claims.add(
          new ProducerRecord<>(
              LIVE.claims().name(),
              0,
              writtenAt(claims.size()),
              Ids.claimKey(article, 0),
              OneClaim.of(article)));
    }
    cluster.produce(claims, serdes().valueSerializer(ClaimEvent.class));
    cluster.produce(articles, serdes().valueSerializer(Article.class));
    succeed("erase " + ERASED + " --yes");
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void shouldMakeNoTopicWhereItOnlyLooks() throws Exception {
    assertThat(codesBefore.values()).as(codesBefore::toString).containsOnly(1);
    assertThat(topicsBefore).noneMatch(topic -> topic.startsWith(Topics.DEFAULT_PREFIX));
    Set<String> before = topics();
    for (String look : LOOKS) {
      assertThat(run(look)).as(look).isOne();
    }
    assertThat(run("replay start --dry-run --generation typo")).isZero();
    assertThat(run("deadletters ls")).isZero();
    assertThat(run("replay start --articles --dry-run --generation typo")).isZero();
    assertThat(topics()).isEqualTo(before);
  }

  /** Of the part that a replay would read, by the times of writing or by offsets. */
  @ParameterizedTest
  @CsvSource({
    "--from-datetime 2024-06-03 --to-offset 5, 3",
    "--to-datetime 2024-06-03, 2",
    "--from-datetime 2024-06-02T12:00:00Z --to-datetime 2024-06-04, 1",
    "--from-offset 4 --to-offset 5, 1",
    "--to-offset 4, 4",
    "--from-offset 1 --to-datetime 2024-06-03, 1",
    "--from-datetime 2131-01-01, 0"
  })
  void shouldReadTheClaimsWithinTheBounds(String bounds, int claims) {
    succeed("replay start --dry-run --output json --generation bounds " + bounds);
    assertThat(said).contains("\"records_left\":" + claims + ",");
    succeed("replay start --articles --dry-run --output json --generation bounds " + bounds);
    assertThat(said).contains("\"articles_left\":" + claims + ",");
  }

  @Test
  void shouldAnalyseTheArticlesWithinTheBoundsAndNotWhatWasErasedBehindThem() throws Exception {
    Topics topics = new Topics(LIVE.prefix(), "bounded", 1).analysing();
    Settings settings =
        new Settings(cluster.bootstrapServers(), cluster.registryUrl(), topics, Map.of());
    Preparation.ensureTopics(settings, Routes.NONE);
    Set<String> analysed = ConcurrentHashMap.newKeySet();
    ReplayRange range =
        new ReplayRange(Optional.empty(), Optional.empty(), Optional.of(3L), Optional.of(6L));
    try (GenerationAnalysis analysis =
        GenerationAnalysis.start(
            settings,
            article -> {
              analysed.add(article.getArticleId());
              return List.of();
            },
            "test",
            OptionalInt.empty(),
            range)) {
      analysis.await(line -> {});
    }
    assertThat(analysed).containsExactlyInAnyOrder("a3", "a4");
  }

  @Test
  void shouldNotCodeWhatWasErasedBehindTheBounds() {
    succeed(
        "replay start --from-offset 4 --to-offset 6 --generation erased-behind --state-dir "
            + folder.resolve("erased-behind"));
    assertThat(coded("erased-behind").values())
        .extracting(CodedClaim::getArticleId)
        .containsExactly("a4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "streams"})
  void shouldCodeTheClaimsWithinTheBoundsAndPromoteThemOnlyByForce(String protocol)
      throws IOException {
    Path config = Files.writeString(folder.resolve(protocol), "group.protocol=" + protocol + "\n");
    String generation = " --generation part-" + protocol;
    succeed(
        "replay start --from-offset 1 --to-offset 4 --rate 50 --state-dir "
            + folder.resolve("part")
            + " --config "
            + config
            + generation);

    assertThat(coded("part-" + protocol).values())
        .extracting(CodedClaim::getArticleId)
        .containsExactlyInAnyOrder("a1", "a2", "a3");
    for (String dryRun : List.of(" --dry-run", "")) {
      assertThat(run("replay promote" + generation + dryRun)).isEqualTo(2);
      assertThat(said).contains("has read only a part of the claims");
    }
  }

  @Test
  void shouldReplayEverythingAnewWithTheStateFolderOfAGenerationThatWasDropped() {
    String start = "replay start --generation again --state-dir " + folder.resolve("again");
    succeed(start);
    SortedMap<String, CodedClaim> first = coded("again");
    assertThat(first.values())
        .extracting(CodedClaim::getArticleId)
        .as("all but what is erased")
        .containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4");

    // As from another machine, which does not see this folder.
    succeed("replay drop --generation again --state-dir " + folder.resolve("elsewhere"));
    assertThat(said).contains("no local state at ");
    assertThat(folder.resolve("again/tensiometer-again")).isDirectory();
    succeed(start);
    assertThat(coded("again")).isEqualTo(first);

    succeed("replay drop --generation again --state-dir " + folder.resolve("again"));
    assertThat(folder.resolve("again/tensiometer-again")).doesNotExist();
  }

  @Test
  void shouldSayWhatKeepsAGenerationFromBeingTheLiveOne() {
    succeed("replay start --generation g2 --state-dir " + folder.resolve("g2"));
    for (String dryRun : List.of(" --dry-run", "")) {
      assertThat(run("replay promote --generation g2" + dryRun)).isEqualTo(2);
      assertThat(said)
          .contains("nobody runs g2, and no news would be published any more; start stream");
    }
    for (String dryRun : List.of(" --dry-run", "")) {
      assertThat(run("replay rollback" + dryRun)).isEqualTo(2);
      assertThat(said).contains("no generation was promoted");
    }

    Generations marks =
        new Generations(cluster.clientConfig(), LIVE.generations(), Clock.systemUTC());
    marks.markUnfinished("g2");
    assertThat(run("replay promote --generation g2")).isEqualTo(2);
    assertThat(said).contains("the replay of g2 has not come to its end");
    marks.markFinished("g2");

    succeed("replay promote --generation g2 --force");
    assertThat(said).contains("Nobody runs g2: no news is published before stream");
    for (String dryRun : List.of(" --dry-run", "")) {
      assertThat(run("replay rollback" + dryRun)).isEqualTo(2);
      assertThat(said).contains("g1 has read nothing, and everything that is published would be");
    }
    succeed("replay rollback --force --dry-run --output json");
    assertThat(said)
        .containsPattern("\"records_left\":[1-9]")
        .contains("\"threads\":0")
        .contains("\"dry_run\":true")
        .contains("\"alerts\":{\"new\":0,\"replaced\":0,\"withdrawn\":0}");
    succeed("replay rollback --force");
    assertThat(said)
        .containsPattern("Live: g1 in place of g2; [1-9] records are not read yet")
        .contains("Nobody runs g1");
  }

  private static Article article(String id) {
    String body = "Norway condemned Kenya.";
    return Article.newBuilder()
        .setArticleId(id)
        .setIdBasis(IdBasis.GIVEN)
        .setPublishedPrecision(PublishedPrecision.UNKNOWN)
        .setBody(body)
        .setLanguage("en")
        .setReceivedAt(FIRST_WRITTEN)
        .setRevision(new Revision(FIRST_WRITTEN, Ids.content(null, body)))
        .build();
  }

  private static long writtenAt(int day) {
    return FIRST_WRITTEN.plusSeconds(day * DAY_SECONDS).toEpochMilli();
  }

  private SortedMap<String, CodedClaim> coded(String generation) {
    return cluster.lastRecords(
        new Topics(LIVE.prefix(), generation, 1).codedClaims().name(),
        serdes().valueDeserializer(CodedClaim.class));
  }

  private Set<String> topics() throws Exception {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      return new TreeSet<>(admin.listTopics().names().get());
    }
  }

  private void succeed(String command) {
    assertThat(run(command)).as(() -> command + "\n" + said).isZero();
  }

  private int run(String command) {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed, true);
    int exitCode =
        Tensiometer.execute(
            Stream.concat(
                    Arrays.stream(command.split(" ")),
                    Stream.of(
                        "--bootstrap-server",
                        cluster.bootstrapServers(),
                        "--schema-registry",
                        cluster.registryUrl(),
                        "--partitions",
                        "1"))
                .toArray(String[]::new),
            new Console(new ByteArrayInputStream(new byte[0]), writer, writer));
    said = printed.toString();
    return exitCode;
  }

  private AvroSerdes serdes() {
    return new AvroSerdes(cluster.clientConfig());
  }
}
