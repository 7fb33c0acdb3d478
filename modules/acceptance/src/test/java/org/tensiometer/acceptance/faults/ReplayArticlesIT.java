package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SameAnswer;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * A replay of articles that is killed inside a transaction and started again has each claim once,
 * gives the last records of the live generation, and goes on with what is ingested later.
 */
@Tag("full")
class ReplayArticlesIT {

  private static final Topics LIVE = Installation.TOPICS;
  private static final Topics REPLAYED = new Topics(LIVE.prefix(), "g2").analysing();

  private final int articles = FaultSize.of("replay.articles", 300, 4_000);

  @TempDir private Path folder;

  @Test
  void shouldAnalyseEveryArticleOnceWhenKilledInsideATransactionAndFollowWhatComes()
      throws Exception {
    Path file = folder.resolve("articles.jsonl");
    ArticleLedger.write(file, articles);
    try (Installation installation = new Installation(TestCluster.start(), folder)) {
      ingest(installation, "ingest", file);
      installation.start(
          "live", Map.of(), "stream", "--state-dir", folder.resolve("live").toString());

      killInside(installation);
      int before = claims(installation, REPLAYED.ownClaims()).size();
      assertThat(before)
          .as("claims when it was killed")
          .isLessThan(claims(installation, LIVE.claims()).size());
      ShippedProcess replay = replay(installation);
      assertThat(replay.awaitEnd()).as(() -> installation.printed("g2")).isZero();

      assertThat(claims(installation, REPLAYED.ownClaims()))
          .isEqualTo(claims(installation, LIVE.claims()));
      Await.until(
          "the live generation to say what the replayed one says",
          () -> indicators(installation, LIVE),
          live ->
              SameAnswer.of(live, indicators(installation, REPLAYED))
                  .ignoring("generation", "revision")
                  .breaches()
                  .isEmpty());

      installation.start(
          "stream",
          Map.of(),
          "stream",
          "--generation",
          REPLAYED.generation(),
          "--state-dir",
          folder.resolve("state").toString());
      Path more = folder.resolve("more.jsonl");
      Files.writeString(
          more,
          """
          {"id":"more","outlet":"The Courier","published":"2023-04-01","body":"Norway praised Kenya."}
          """);
      ingest(installation, "more", more);
      Await.until(
          "the claims of what came later",
          () -> claims(installation, REPLAYED.ownClaims()),
          claims(installation, LIVE.claims())::equals);
    }
  }

  private void killInside(Installation installation) throws Exception {
    ShippedProcess replay = replay(installation);
    String id = transactionalId(installation, replay);
    try (Transactions transactions = new Transactions(installation.cluster().clientConfig(), id)) {
      boolean hit = transactions.killInside(replay, replay::printed, () -> false);
      assertThat(hit).as("hit inside a transaction:\n%s", installation.printed("g2")).isTrue();
    }
  }

  private static String transactionalId(Installation installation, ShippedProcess replay) {
    try (Admin admin = Admin.create(installation.cluster().clientConfig())) {
      return Await.until(
              "a transaction of the analysis",
              () ->
                  admin.listTransactions().all().get().stream()
                      .map(listing -> listing.transactionalId())
                      .filter(id -> id.startsWith(REPLAYED.analysisGroup()))
                      .sorted()
                      .findFirst(),
              found -> found.isPresent() || !replay.isAlive())
          .orElseThrow(() -> new AssertionError(installation.printed("g2")));
    }
  }

  private ShippedProcess replay(Installation installation) {
    return installation.start(
        "g2",
        Map.of(),
        "replay",
        "start",
        "--articles",
        "--generation",
        REPLAYED.generation(),
        "--state-dir",
        folder.resolve("state").toString());
  }

  private static void ingest(Installation installation, String name, Path file) throws Exception {
    ShippedProcess ingest = installation.start(name, Map.of(), "ingest", file.toString());
    assertThat(ingest.awaitEnd()).as(() -> installation.printed(name)).isZero();
  }

  /** All claims that stand in the topic, each article's in their order. */
  private static List<String> claims(Installation installation, TopicDescriptor<ClaimEvent> topic) {
    return installation
        .cluster()
        .reader()
        .records(topic.name(), installation.serdes().valueDeserializer(ClaimEvent.class))
        .stream()
        .map(record -> record.key() + ' ' + record.value())
        .sorted()
        .toList();
  }

  private static SortedMap<String, TensionIndicator> indicators(
      Installation installation, Topics topics) {
    return installation
        .cluster()
        .lastRecords(
            topics.indicators().name(),
            installation.serdes().valueDeserializer(TensionIndicator.class));
  }
}
