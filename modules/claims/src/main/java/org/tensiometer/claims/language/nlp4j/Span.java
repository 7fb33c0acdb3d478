package org.tensiometer.claims.language.nlp4j;

/** A stretch of the text: begin inclusive, end exclusive, UTF-16 units. */
record Span(int begin, int end) {

  Span {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no span: " + begin + ".." + end);
    }
  }

  String of(String text) {
    return text.substring(begin, end);
  }
}
