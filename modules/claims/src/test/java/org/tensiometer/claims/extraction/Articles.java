package org.tensiometer.claims.extraction;

import java.time.Instant;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.IdBasis;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PublishedPrecision;
import org.tensiometer.contracts.Revision;

/** Articles for tests. */
final class Articles {

  private Articles() {}

  /**
   * An article with this body.
   *
   * @param published ISO-8601 instant, null if unknown
   */
  static Article of(String body, String published) {
    Instant time = published == null ? null : Instant.parse(published);
    Instant known = time == null ? Instant.EPOCH : time;
    return Article.newBuilder()
        .setArticleId(Ids.articleFromContent(null, body))
        .setPublished(time)
        .setPublishedPrecision(
            time == null ? PublishedPrecision.UNKNOWN : PublishedPrecision.INSTANT)
        .setIdBasis(IdBasis.CONTENT)
        .setBody(body)
        .setReceivedAt(known)
        .setRevision(new Revision(known, Ids.content(null, body)))
        .build();
  }
}
