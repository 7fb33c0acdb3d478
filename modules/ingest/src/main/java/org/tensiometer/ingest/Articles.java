package org.tensiometer.ingest;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.IdBasis;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Revision;
import org.tensiometer.ingest.source.ArticleInput;
import org.tensiometer.ingest.source.CanonicalUrl;

/** Gives what was read its identity and its revision. */
public final class Articles {

  private Articles() {}

  /**
   * The article as if nothing were known of it yet: its revision is dated by the change the source
   * names, else by its publication, else by 1970-01-01.
   *
   * @param receivedAt what the ingest clock read
   */
  public static Article first(ArticleInput input, Instant receivedAt) {
    return at(input, receivedAt, ownTime(input));
  }

  /**
   * The article as a backfill takes it: received when it was published, so that lateness is zero;
   * when that is unknown, {@code now}.
   */
  public static Instant backfillTime(ArticleInput input, Instant now) {
    return Objects.requireNonNullElse(input.published().time(), now);
  }

  /** The article with this date of its revision. */
  static Article at(ArticleInput input, Instant receivedAt, Instant updatedAt) {
    Identity identity = Identity.of(input);
    return Article.newBuilder()
        .setArticleId(identity.id())
        .setIdBasis(identity.basis())
        .setUrl(input.url())
        .setOutlet(input.outlet())
        .setTitle(input.title())
        .setPublished(input.published().time())
        .setPublishedPrecision(input.published().precision())
        .setBody(input.body())
        .setLanguage(input.language())
        .setReceivedAt(receivedAt)
        .setRevision(new Revision(updatedAt, Ids.content(input.title(), input.body())))
        .setOrigin(input.origin())
        .build();
  }

  /** When the source says that this state of the article came about. */
  static Instant ownTime(ArticleInput input) {
    if (input.updated() != null) {
      return input.updated();
    }
    return Objects.requireNonNullElse(input.published().time(), Instant.EPOCH);
  }

  /**
   * What an article is known by: the id its source gives, else its canonical address, else its
   * words. One known by its words alone cannot be corrected, only added.
   */
  record Identity(String id, IdBasis basis) {

    static Identity of(ArticleInput input) {
      if (input.id() != null) {
        return new Identity(input.id(), IdBasis.GIVEN);
      }
      Optional<String> url = Optional.ofNullable(input.url()).flatMap(CanonicalUrl::of);
      return url.map(canonical -> new Identity(Ids.articleFromUrl(canonical), IdBasis.URL))
          .orElseGet(
              () ->
                  new Identity(
                      Ids.articleFromContent(input.title(), input.body()), IdBasis.CONTENT));
    }
  }
}
