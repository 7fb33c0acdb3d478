package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.testkit.TestCluster;

/**
 *
 *
 * <pre>
 * ingest articles.jsonl   begin .. send .. kill -9 | begin .. commit, begin .. send .. kill -9 | ... end
 * </pre>
 *
 * Readers of committed records see every article once, and each of its claims once.
 */
class KilledIngestIT {

  private final int articles = FaultSize.of("ingest.articles", 200, 4_000);
  private final int kills = FaultSize.of("ingest.kills", 1, 20);

  @TempDir private Path folder;

  @Test
  void shouldPublishEveryArticleAndEveryClaimOnceWhenKilledInsideTransactions() throws Exception {
    Path file = folder.resolve("articles.jsonl");
    ArticleLedger.write(file, articles);
    try (Installation installation = new Installation(TestCluster.start(), folder);
        Transactions transactions =
            new Transactions(
                installation.cluster().clientConfig(),
                Installation.TOPICS.prefix() + "-ingest-files")) {
      for (int hits = 0; hits < kills; ) {
        ShippedProcess process = installation.start("ingest", Map.of(), "ingest", file.toString());
        boolean hit = transactions.killInside(process, process::printed, () -> false);
        assertThat(hit)
            .as("hit inside a transaction:\n%s", installation.printed("ingest"))
            .isTrue();
        if (transactions.isOpen()) {
          // Otherwise it was about to commit, which the broker then does without it.
          hits++;
        }
      }
      List<ConsumerRecord<String, Article>> seen = articles(installation);
      assertThat(seen).as("published when the last kill hit").hasSizeLessThan(articles);

      ShippedProcess last = installation.start("ingest", Map.of(), "ingest", file.toString());
      assertThat(last.awaitEnd()).as(() -> installation.printed("ingest")).isZero();
      check(installation);
    }
  }

  private void check(Installation installation) {
    assertThat(articles(installation).stream().map(ConsumerRecord::key).sorted().toList())
        .isEqualTo(
            IntStream.range(0, articles).mapToObj(ArticleLedger::articleId).sorted().toList());

    Map<String, List<Integer>> indices =
        claims(installation).stream()
            .map(ConsumerRecord::value)
            .collect(
                Collectors.groupingBy(
                    ClaimEvent::getArticleId,
                    TreeMap::new,
                    Collectors.mapping(ClaimEvent::getClaimIndex, Collectors.toList())));
    for (int number = 0; number < articles; number++) {
      List<Integer> first = indices.get(ArticleLedger.articleId(number % ArticleLedger.stories()));
      assertThat(first).as("claims of the story").isNotEmpty().doesNotHaveDuplicates();
      assertThat(indices.get(ArticleLedger.articleId(number)))
          .as("claims of article %d, in their order", number)
          .isEqualTo(first);
    }
  }

  private static List<ConsumerRecord<String, Article>> articles(Installation installation) {
    return installation
        .cluster()
        .reader()
        .records(
            Installation.TOPICS.articles().name(),
            installation.serdes().valueDeserializer(Article.class));
  }

  private static List<ConsumerRecord<String, ClaimEvent>> claims(Installation installation) {
    return installation
        .cluster()
        .reader()
        .records(
            Installation.TOPICS.claims().name(),
            installation.serdes().valueDeserializer(ClaimEvent.class));
  }
}
