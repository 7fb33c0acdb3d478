package org.tensiometer.ingest.source;

/**
 * What an article may be, so that any input is read in bounded memory. A long article of a
 * newspaper has 60,000 characters.
 */
final class ArticleLimits {

  static final int MIB = 1024 * 1024;

  /** Characters of an article's text. */
  static final int MAX_BODY = MIB;

  /** Bytes that hold one article, with its markup and fields. */
  static final int MAX_BYTES = 16 * MIB;

  /** Levels of nesting in JSON. */
  static final int MAX_DEPTH = 100;

  private ArticleLimits() {}

  /**
   * @throws IllegalArgumentException if the text is no article's, with what would be right
   */
  static void requireText(String body) {
    if (body.length() > MAX_BODY) {
      throw new IllegalArgumentException(
          String.format(
              "has a text of %,d characters, more than the %,d an article may have; right would"
                  + " be one article a file, or one a line in .jsonl",
              body.length(), MAX_BODY));
    }
  }
}
