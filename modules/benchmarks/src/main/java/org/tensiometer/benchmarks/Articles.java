package org.tensiometer.benchmarks;

import java.time.Instant;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.IdBasis;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PublishedPrecision;
import org.tensiometer.contracts.Revision;

/** Articles made for measuring. */
final class Articles {

  private static final Instant PUBLISHED = Instant.parse("2024-06-22T06:00:00Z");

  private Articles() {}

  static Article withBody(String id, String body) {
    return Article.newBuilder()
        .setArticleId(id)
        .setOutlet("Benchmark")
        .setPublished(PUBLISHED)
        .setPublishedPrecision(PublishedPrecision.DAY)
        .setIdBasis(IdBasis.GIVEN)
        .setBody(body)
        .setReceivedAt(PUBLISHED)
        .setRevision(new Revision(PUBLISHED, Ids.content(null, body)))
        .build();
  }
}
