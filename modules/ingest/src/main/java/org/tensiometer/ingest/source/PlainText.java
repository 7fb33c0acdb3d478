package org.tensiometer.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One article that is a whole file of plain text. */
final class PlainText {

  /** What the first bytes of files that are no text say. */
  private static final Map<String, String> KINDS =
      Map.of(
          "%PDF-", "a PDF document",
          "PK\u0003\u0004", "a zip archive or an office document",
          "\u00ff\u00fe", "a text in UTF-16",
          "\u00fe\u00ff", "a text in UTF-16",
          "\u0089PNG", "a picture",
          "\u00ff\u00d8\u00ff", "a picture",
          "BZh", "compressed with bzip2",
          "\u00fd7zXZ", "compressed with xz",
          "(\u00b5/\u00fd", "compressed with zstd");

  private static final String RIGHT = "; right would be text in UTF-8";

  private final String place;
  private final String name;

  PlainText(String place, String name) {
    this.place = place;
    this.name = name;
  }

  ReadResult read(InputStream in) throws IOException {
    byte[] bytes = new BoundedInput(in, ArticleLimits.MAX_BYTES).readAllBytes();
    String other = otherThanText(bytes);
    if (other != null) {
      return new ReadResult.Problem(place, "is " + other + RIGHT);
    }
    try {
      String body = Utf8.decode(bytes);
      if (body.isBlank()) {
        return new ReadResult.Problem(place, "is empty; right would be the text of an article");
      }
      ArticleLimits.requireText(body);
      return new ReadResult.Found(
          new ArticleInput(null, null, null, null, body, Published.UNKNOWN, null, null, name));
    } catch (IllegalArgumentException e) {
      boolean encoding = e.getCause() != null;
      return new ReadResult.Problem(
          encoding ? place + ':' + Utf8.lineOfFault(bytes) : place, e.getMessage());
    }
  }

  /** What the bytes are if they are no text; null if they may be one. */
  static String otherThanText(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (start.startsWith(kind.getKey())) {
        return kind.getValue();
      }
    }
    for (byte b : bytes) {
      if (b == 0) {
        return "binary";
      }
    }
    return null;
  }
}
