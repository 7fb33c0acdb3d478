package org.tensiometer.claims.grammar;

/**
 * A run of words of one sentence with its syntactic head.
 *
 * @param tree sentence it stands in
 * @param head index of the head token
 * @param first index of the first token
 * @param last index of the last token, inclusive
 */
public record Phrase(SentenceTree tree, int head, int first, int last) {

  /** Offset of the first character in the text, UTF-16 units. */
  public int begin() {
    return tree.token(first).begin();
  }

  /** Offset after the last character in the text, UTF-16 units. */
  public int end() {
    return tree.token(last).end();
  }

  public int sentence() {
    return tree.sentence().index();
  }

  public boolean holds(int token) {
    return first <= token && token <= last;
  }
}
