package org.tensiometer.topology.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.tensiometer.contracts.Ids;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.headers.LineageHeaders;

/**
 * Where a record comes from in the end: the topic that a producer wrote, also for a record that was
 * read from a repartition topic.
 *
 * @param articleId null if unknown
 */
public record Origin(String topic, int partition, long offset, String articleId) {

  // Only a repartition topic's headers were written by this topology; others may bring their own.
  private static final String REPARTITION_SUFFIX = "-repartition";

  static Origin of(ErrorHandlerContext context) {
    if (isInternal(context)) {
      Origin stamped = fromHeaders(context.headers());
      if (stamped != null) {
        return stamped;
      }
    }
    return new Origin(
        context.topic(),
        context.partition(),
        context.offset(),
        articleOf(text(context.sourceRawKey())));
  }

  /** Whether the record was written by this topology itself. */
  static boolean isInternal(ErrorHandlerContext context) {
    return context.topic().endsWith(REPARTITION_SUFFIX);
  }

  /** Writes the lineage headers in place of those that may be there. */
  public void stamp(Headers headers) {
    put(headers, LineageHeaders.ORIGIN_TOPIC, topic);
    put(headers, LineageHeaders.ORIGIN_PARTITION, Integer.toString(partition));
    put(headers, LineageHeaders.ORIGIN_OFFSET, Long.toString(offset));
    put(headers, LineageHeaders.ARTICLE_ID, articleId);
  }

  /** The article that the key of a claim names; null if it is no such key. */
  public static String articleOf(String claimKey) {
    return DeadLetters.identifier(Ids.articleInKey(claimKey).orElse(null));
  }

  private static Origin fromHeaders(Headers headers) {
    String topic = text(headers.lastHeader(LineageHeaders.ORIGIN_TOPIC));
    String partition = text(headers.lastHeader(LineageHeaders.ORIGIN_PARTITION));
    String offset = text(headers.lastHeader(LineageHeaders.ORIGIN_OFFSET));
    return topic == null || partition == null || offset == null
        ? null
        : new Origin(
            topic,
            Integer.parseInt(partition),
            Long.parseLong(offset),
            text(headers.lastHeader(LineageHeaders.ARTICLE_ID)));
  }

  private static void put(Headers headers, String name, String text) {
    headers.remove(name);
    if (text != null) {
      headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(Header header) {
    return header == null ? null : text(header.value());
  }

  private static String text(byte[] utf8) {
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }
}
