package org.tensiometer.claims.language.nlp4j;

import java.util.ArrayList;
import java.util.List;

/** Paragraphs of a text: stretches between line ends that are not blank. */
final class Paragraphs {

  private Paragraphs() {}

  /** Spans without the white space at either end, in text order. */
  static List<Span> of(String text) {
    List<Span> paragraphs = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineEnd(text.charAt(i))) {
        addTrimmed(text, begin, i, paragraphs);
        begin = i + 1;
      }
    }
    return paragraphs;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\u000B'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  private static void addTrimmed(String text, int begin, int end, List<Span> paragraphs) {
    while (begin < end && NormalText.isSpace(text.charAt(begin))) {
      begin++;
    }
    while (begin < end && NormalText.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (begin < end) {
      paragraphs.add(new Span(begin, end));
    }
  }
}
