package org.tensiometer.claims.extraction;

/** Turns UTF-16 offsets into Unicode code point offsets. A lone surrogate counts as one. */
final class CodePoints {

  /** Code points before each UTF-16 offset; null when both counts agree. */
  private final int[] before;

  CodePoints(String text) {
    this.before = text.chars().anyMatch(c -> Character.isSurrogate((char) c)) ? count(text) : null;
  }

  /** Code points before an offset; an offset inside a pair counts as before it. */
  int at(int utf16) {
    return before == null ? utf16 : before[utf16];
  }

  private static int[] count(String text) {
    int[] before = new int[text.length() + 1];
    int points = 0;
    int i = 0;
    while (i < text.length()) {
      int width = Character.charCount(text.codePointAt(i));
      for (int k = 0; k < width; k++) {
        before[i + k] = points;
      }
      points++;
      i += width;
    }
    before[text.length()] = points;
    return before;
  }
}
