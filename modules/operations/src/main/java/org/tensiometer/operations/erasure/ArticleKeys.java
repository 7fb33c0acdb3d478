package org.tensiometer.operations.erasure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.tensiometer.contracts.Ids;

/** Knows records of an article by their bytes. */
record ArticleKeys(String id) {

  /** Whether this is the key of the article itself. */
  boolean isKey(byte[] key) {
    return text(key).equals(id);
  }

  /** Whether this is the key of a claim of the article. */
  boolean isKeyOfClaim(byte[] key) {
    return Ids.articleInKey(text(key)).filter(id::equals).isPresent();
  }

  /**
   * Whether the id stands in the value as Avro writes a text: its length, twice, then its bytes.
   */
  boolean isMentionedIn(byte[] value) {
    if (value == null) {
      return false;
    }
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int length = 2 * utf8.length; ; length >>>= 7) {
      if (length < 0x80) {
        text.write(length);
        break;
      }
      text.write(length & 0x7F | 0x80);
    }
    text.writeBytes(utf8);
    return latin1(value).contains(latin1(text.toByteArray()));
  }

  /** A character for each byte, so that a value need not be understood to be searched. */
  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
