package org.tensiometer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.IdBasis;
import org.tensiometer.contracts.Ids;
import org.tensiometer.ingest.source.ArticleInput;
import org.tensiometer.ingest.source.Published;

class ArticlesTest {

  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

  @Test
  void shouldPreferTheGivenIdThenTheAddressThenTheWords() {
    assertThat(first(input("x-1", "https://news.example/1")).getArticleId()).isEqualTo("x-1");
    assertThat(first(input("x-1", "https://news.example/1")).getIdBasis()).isEqualTo(IdBasis.GIVEN);
    assertThat(first(input(null, "http://news.example/1?utm_source=x")).getArticleId())
        .isEqualTo(Ids.articleFromUrl("https://news.example/1"));
    assertThat(first(input(null, "https://news.example/1")).getIdBasis()).isEqualTo(IdBasis.URL);
    assertThat(first(input(null, "no address")).getIdBasis()).isEqualTo(IdBasis.CONTENT);
    assertThat(first(input(null, null)).getArticleId())
        .isEqualTo(Ids.articleFromContent("Title", "Body."));
  }

  @Test
  void shouldDateTheFirstRevisionByTheNamedChangeElseByThePublication() {
    Instant updated = Instant.parse("2024-06-22T00:00:00Z");
    assertThat(first(dated("2024-06-21", updated)).getRevision().getUpdatedAt()).isEqualTo(updated);
    assertThat(first(dated("2024-06-21", null)).getRevision().getUpdatedAt())
        .isEqualTo("2024-06-21T00:00:00Z");
    assertThat(first(input(null, null)).getRevision().getUpdatedAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void shouldTakeABackfilledArticleAsReceivedWhenPublished() {
    assertThat(Articles.backfillTime(dated("2024-06-21", null), NOW))
        .isEqualTo("2024-06-21T00:00:00Z");
    assertThat(Articles.backfillTime(input(null, null), NOW)).isEqualTo(NOW);
  }

  private static Article first(ArticleInput input) {
    return Articles.first(input, NOW);
  }

  private static ArticleInput input(String id, String url) {
    return new ArticleInput(
        id, url, null, "Title", "Body.", Published.UNKNOWN, null, null, "a.jsonl:1");
  }

  private static ArticleInput dated(String published, Instant updated) {
    return new ArticleInput(
        null, null, null, "Title", "Body.", Published.parse(published), updated, null, "a.jsonl:1");
  }
}
