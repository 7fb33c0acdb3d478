package org.tensiometer.ingest.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: a text in another encoding is refused, never silently changed. */
final class Utf8 {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  /**
   * Decodes; a byte order mark at the start is no text and left out.
   *
   * @throws IllegalArgumentException if the bytes are no UTF-8
   */
  static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "is not UTF-8; convert it, for instance with iconv -f ISO-8859-1 -t UTF-8", e);
    }
  }

  /** The line, from 1, of the first byte that is no UTF-8. */
  static int lineOfFault(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    int line = 1;
    for (int i = 0; i < (end.isError() ? in.position() : 0); i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
