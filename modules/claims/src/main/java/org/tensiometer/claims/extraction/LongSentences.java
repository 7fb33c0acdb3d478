package org.tensiometer.claims.extraction;

import java.util.ArrayList;
import java.util.List;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;

/**
 * Cuts sentences that no reader would call one, such as a page without a full stop, so that the
 * size of a claim, which carries its sentence, stays bounded. Numbers the sentences anew.
 */
final class LongSentences {

  /** The longest sentence of ordinary prose has fewer words. */
  static final int LONGEST = 250;

  private LongSentences() {}

  static List<AnalysedSentence> cut(List<AnalysedSentence> sentences) {
    List<AnalysedSentence> cut = new ArrayList<>(sentences.size());
    for (AnalysedSentence sentence : sentences) {
      int size = sentence.tokens().size();
      for (int from = 0; from < size; from += LONGEST) {
        cut.add(piece(sentence, cut.size(), from, Math.min(size, from + LONGEST)));
      }
    }
    return cut;
  }

  private static AnalysedSentence piece(AnalysedSentence whole, int index, int from, int to) {
    if (from == 0 && to == whole.tokens().size()) {
      return new AnalysedSentence(
          index, whole.paragraph(), whole.begin(), whole.end(), whole.tokens());
    }
    List<AnalysedToken> tokens = new ArrayList<>(to - from);
    for (AnalysedToken token : whole.tokens().subList(from, to)) {
      boolean inside = token.head() >= from && token.head() < to;
      tokens.add(
          new AnalysedToken(
              token.index() - from,
              token.begin(),
              token.end(),
              token.form(),
              token.lemma(),
              token.upos(),
              token.xpos(),
              token.entity(),
              inside ? token.head() - from : -1,
              inside ? token.relation() : "root"));
    }
    return new AnalysedSentence(
        index,
        whole.paragraph(),
        tokens.get(0).begin(),
        tokens.get(tokens.size() - 1).end(),
        tokens);
  }
}
