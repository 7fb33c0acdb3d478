package org.tensiometer.app.process.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.FileIngest;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.Replay;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Engine;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.ingest.source.Overrides;
import org.tensiometer.metrics.MetricsEndpoint;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.wire.topics.Topics;

/** A topology whose local state is gone says how far it has restored it, while it does. */
@ExtendWith(SharedCluster.class)
class RestoreHealthTest {

  private static final int ARTICLES = 40;

  @TempDir private Path folder;
  private final Closing closing = new Closing();
  private Settings settings;

  @AfterEach
  void stop() {
    HeldRestore.release();
    closing.close();
  }

  @Test
  void shouldSayHowFarARestoreIsAndBeReadyAfterIt(TestCluster cluster) throws Exception {
    settings =
        new Settings(
            cluster.bootstrapServers(),
            cluster.registryUrl(),
            new Topics("restored", "g1", 1),
            Map.of());
    Preparation.ensureTopics(settings, Routes.NONE);
    ingest();
    try (TensionStreams before = topology("before", Map.of())) {
      before.start();
      Await.until("all to be read", new Replay(settings, line -> {})::left, left -> left == 0);
    }

    TensionStreams restoring =
        closing.add(
            topology(
                "after",
                Map.of(
                    StreamsConfig.restoreConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                    HeldRestore.class.getName(),
                    StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                    1)));
    ClusterWatch watch = closing.add(ClusterWatch.start(settings, settings.topics().ofTopology()));
    MetricsEndpoint endpoint =
        closing.add(MetricsEndpoint.start("127.0.0.1", 0, new TopologyHealth(restoring, watch)));
    restoring.start();

    HttpResponse<String> answer =
        Await.until(
            "a restore to be told",
            () -> readyz(endpoint),
            said -> said.body().matches("restoring [1-9]\\d? %\n"));
    assertThat(answer.statusCode()).isEqualTo(503);
    HeldRestore.release();
    Await.until("the topology", () -> readyz(endpoint).statusCode(), code -> code == 200);
  }

  private TensionStreams topology(String state, Map<String, ?> more) {
    Map<String, Object> config =
        settings.clientsWith(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(state).toString());
    config.putAll(more);
    return new TensionStreams(config, settings.topics(), new LexiconClaimCoder(Lexicon.bundled()));
  }

  /** What is remembered of articles is state too, whether or not they claim anything. */
  private void ingest() {
    String articles =
        IntStream.range(0, ARTICLES)
            .mapToObj(
                i ->
                    "{\"id\":\"a%d\",\"published\":\"2023-03-01\",\"body\":\"Rain %d.\"}"
                        .formatted(i, i))
            .collect(Collectors.joining("\n"));
    PrintWriter told = new PrintWriter(new StringWriter());
    try (IngestConnection connection =
        IngestConnection.open(settings.clients(), settings.topics(), "files")) {
      new FileIngest(
              new Console(InputStream.nullInputStream(), told, told),
              connection,
              article -> List.of(nothingSaid(article)))
          .run(
              new ArticleReader(
                  Overrides.NONE,
                  new ByteArrayInputStream(articles.getBytes(StandardCharsets.UTF_8))),
              List.of(ArticleReader.STANDARD_INPUT));
    }
  }

  private static ClaimEvent nothingSaid(Article article) {
    return ClaimEvent.newBuilder()
        .setArticleId(article.getArticleId())
        .setPublished(article.getPublished())
        .setReceivedAt(article.getReceivedAt())
        .setRevision(article.getRevision())
        .setClaimIndex(0)
        .setClaimCount(0)
        .setEngine(new Engine("hand", "1"))
        .setClaim(null)
        .build();
  }

  private static HttpResponse<String> readyz(MetricsEndpoint endpoint) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(endpoint.url()).resolve("/readyz")).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
