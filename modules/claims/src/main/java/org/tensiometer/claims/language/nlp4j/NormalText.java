package org.tensiometer.claims.language.nlp4j;

/**
 * The text as NLP4J knows it from its training: straight quotes and plain spaces. Every character
 * is replaced by exactly one, so offsets stay those of the published text.
 */
final class NormalText {

  private NormalText() {}

  /** A text of the same length, in UTF-16 units. */
  static String of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = normal(chars[i]);
    }
    return new String(chars);
  }

  private static char normal(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201B', '\u02BC', '\u00B4', '`' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> '"';
      case '\u2010', '\u2011' -> '-';
      default -> isSpace(c) ? ' ' : c;
    };
  }

  static boolean isSpace(char c) {
    return c <= ' '
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == '\u200B'
        || c == '\uFEFF';
  }
}
