package org.tensiometer.claims.language;

import java.util.List;

/**
 * A sentence with its dependency tree.
 *
 * @param index 0-based number in the text
 * @param paragraph 0-based number of its paragraph among those that are not blank
 * @param begin offset of its first character, UTF-16 units
 * @param end offset after its last character, UTF-16 units
 * @param tokens its words in text order
 */
public record AnalysedSentence(
    int index, int paragraph, int begin, int end, List<AnalysedToken> tokens) {

  public AnalysedSentence {
    tokens = List.copyOf(tokens);
  }
}
