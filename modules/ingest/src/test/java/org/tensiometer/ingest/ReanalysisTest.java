package org.tensiometer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.ingest.analysis.ArticleAnalysis;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.Overrides;
import org.tensiometer.ingest.source.ReadResult;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** A generation analyses the articles again that an ingest with a worse analysis has taken in. */
@ExtendWith(SharedCluster.class)
class ReanalysisTest {

  private static final ClaimSplitter PRESENT = new LineSplitter();

  /** Sees the first claim of an article only. */
  private static final ClaimSplitter WORSE = article -> PRESENT.split(article).subList(0, 1);

  private static final String ARTICLES =
      """
      {"id": "a", "published": "2024-06-20", "body": "One.\\nTwo."}
      {"id": "b", "published": "2024-06-21", "body": "Three.\\nFour.\\nFive."}
      {"id": "c", "published": "2024-06-21", "body": "NONE"}
      """;

  private static int installations;

  private TestCluster cluster;
  private Topics topics;
  private Topics fresh;

  @BeforeEach
  void install(TestCluster cluster) {
    this.cluster = cluster;
    topics = new Topics("reanalysed-" + ++installations, "g2", 2, true);
    fresh = new Topics("fresh-" + installations, "g1", 2);
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(topics.all());
      new TopicCreator(admin).ensure(fresh.all());
    }
  }

  @Test
  void shouldGiveTheClaimsThatAFreshIngestGivesAndLeaveThoseOfTheOldOneAlone() throws Exception {
    ingest(topics, WORSE, ARTICLES);
    SortedMap<String, ClaimEvent> before = claims(topics.claims());
    ingest(fresh, PRESENT, ARTICLES);

    try (Running analysis = new Running(PRESENT)) {
      awaitOwnClaims(claims(fresh.claims()));
      assertThat(claims(topics.ownClaims())).hasSize(6).isNotEqualTo(before);
      assertThat(claims(topics.claims())).isEqualTo(before);

      String more = "{\"id\": \"a\", \"published\": \"2024-06-20\", \"body\": \"Six.\\nSeven.\"}";
      ingest(topics, WORSE, more);
      ingest(fresh, PRESENT, more);
      awaitOwnClaims(claims(fresh.claims()));
    }
    ingest(topics, WORSE, "{\"id\": \"d\", \"published\": \"2024-06-22\", \"body\": \"Eight.\"}");
    ingest(fresh, PRESENT, "{\"id\": \"d\", \"published\": \"2024-06-22\", \"body\": \"Eight.\"}");
    try (Running again = new Running(PRESENT)) {
      awaitOwnClaims(claims(fresh.claims()));
    }
    assertThat(cluster.reader().counts(topics.ownClaims().name()).values())
        .as("each revision was analysed once")
        .containsExactlyElementsOf(cluster.reader().counts(fresh.claims().name()).values());
  }

  @Test
  void shouldLeaveNoClaimsOfAnArticleThatWasErasedBeforeOrAfterItsAnalysis() throws Exception {
    ingest(topics, WORSE, ARTICLES);
    erase("a");
    try (Running analysis = new Running(PRESENT)) {
      Await.until(
          "the claims of the others",
          () -> claims(topics.ownClaims()).keySet(),
          keys -> keys.equals(Set.of("b#0", "b#1", "b#2", "c#0")));

      erase("b");
      Await.until(
          "no claims of what was erased after its analysis",
          () -> claims(topics.ownClaims()).keySet(),
          keys -> keys.equals(Set.of("c#0")));
    }
  }

  @Test
  void shouldRefuseAnArticleThatCannotBeAnalysedAndGoOn() throws Exception {
    ingest(topics, WORSE, ARTICLES);
    ClaimSplitter failing =
        article -> {
          if (article.getArticleId().equals("b")) {
            throw new IllegalStateException("no parse");
          }
          return PRESENT.split(article);
        };
    try (Running analysis = new Running(failing)) {
      Await.until(
          "the claims of the others and a dead letter",
          () -> claims(topics.ownClaims()).keySet() + " " + letters().size(),
          seen -> seen.equals("[a#0, a#1, c#0] 1"));
    }
    DeadLetter letter = letters().get(0);
    assertThat(letter.getMessage()).isEqualTo("no parse");
    assertThat(letter.getOriginTopic()).isEqualTo(topics.articles().name());
    assertThat(letter.getStage()).isEqualTo(topics.analysisGroup());
  }

  /** The analysis of the generation at work. */
  private final class Running implements AutoCloseable {

    private final TransactionalForwarder<Article> forwarder;
    private final Thread thread;

    Running(ClaimSplitter splitter) {
      forwarder =
          ArticleAnalysis.create(topics, splitter, "test", 20, cluster.clientConfig(), Map.of());
      thread = new Thread(forwarder, "analysis");
      thread.start();
    }

    @Override
    public void close() throws InterruptedException {
      forwarder.close();
      thread.join();
    }
  }

  private void awaitOwnClaims(SortedMap<String, ClaimEvent> expected) {
    Await.until("the claims of a fresh ingest", () -> claims(topics.ownClaims()), expected::equals);
  }

  private void ingest(Topics to, ClaimSplitter splitter, String jsonLines) {
    try (IngestConnection connection = IngestConnection.open(cluster.clientConfig(), to, "test")) {
      new Ingest(
              splitter,
              connection,
              Clock.systemUTC(),
              new Ingest.Listener() {
                @Override
                public void problem(ReadResult.Problem problem) {
                  throw new AssertionError(problem.toString());
                }

                @Override
                public void progress(int articles) {}
              })
          .run(
              new ArticleReader(
                  Overrides.NONE,
                  new ByteArrayInputStream(jsonLines.getBytes(StandardCharsets.UTF_8))),
              List.of("-"),
              1);
    }
  }

  private void erase(String articleId) {
    cluster.produce(
        List.of(
            new ProducerRecord<String, Article>(
                topics.articles().name(),
                KeyPartition.of(articleId, topics.partitions()),
                articleId,
                null)),
        serdes().valueSerializer(Article.class));
  }

  private SortedMap<String, ClaimEvent> claims(TopicDescriptor<ClaimEvent> from) {
    return cluster.lastRecords(from.name(), serdes().valueDeserializer(ClaimEvent.class));
  }

  private List<DeadLetter> letters() {
    return cluster
        .reader()
        .records(topics.deadLetters().name(), serdes().valueDeserializer(DeadLetter.class))
        .stream()
        .map(record -> record.value())
        .toList();
  }

  private AvroSerdes serdes() {
    return new AvroSerdes(cluster.clientConfig());
  }
}
