package org.tensiometer.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tensiometer.contracts.Revision;

/**
 * What stands in the headers of an article record, so that its text need not be read to tell
 * whether an article has changed. Values are UTF-8 text.
 */
final class ArticleHeaders {

  static final String HASH = "tensiometer.revision.hash";

  /** ISO 8601 instant. */
  static final String UPDATED_AT = "tensiometer.revision.updated-at";

  /** Content hashes of earlier revisions, newest first, with commas between. */
  static final String EARLIER = "tensiometer.revision.earlier";

  /** ISO 8601 date: earliest day that the article or one of its claims counts for. */
  static final String FIRST_DAY = "tensiometer.article.first-day";

  /** Number of claims of the revision. */
  static final String CLAIMS = "tensiometer.article.claims";

  private ArticleHeaders() {}

  static Headers of(RevisionHistory history, LocalDate firstDay, int claims) {
    return new RecordHeaders()
        .add(HASH, bytes(history.newest().getContentHash()))
        .add(UPDATED_AT, bytes(history.newest().getUpdatedAt().toString()))
        .add(EARLIER, bytes(String.join(",", history.earlier())))
        .add(FIRST_DAY, bytes(firstDay.toString()))
        .add(CLAIMS, bytes(Integer.toString(claims)));
  }

  /**
   * @throws RuntimeException if a header is missing or wrong, with its name
   */
  static RevisionHistory history(Headers headers) {
    String earlier = text(headers, EARLIER);
    return new RevisionHistory(
        new Revision(Instant.parse(text(headers, UPDATED_AT)), text(headers, HASH)),
        earlier.isEmpty() ? List.of() : Arrays.asList(earlier.split(",")));
  }

  /**
   * @throws RuntimeException if the header is missing or wrong, with its name
   */
  static LocalDate firstDay(Headers headers) {
    return LocalDate.parse(text(headers, FIRST_DAY));
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("an article record needs the header " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
