package org.tensiometer.claims.extraction;

import org.tensiometer.claims.coreference.Antecedents;
import org.tensiometer.claims.grammar.Phrase;
import org.tensiometer.contracts.Mention;

/** Turns phrases into mentions with code point offsets and antecedents. */
final class Mentions {

  private final String body;
  private final CodePoints offsets;
  private final Antecedents antecedents;

  Mentions(ArticleAnalysis analysis) {
    this.body = analysis.article().getBody();
    this.offsets = analysis.offsets();
    this.antecedents = analysis.antecedents();
  }

  /**
   * A phrase as a mention.
   *
   * @param sentence index of the sentence of the claim; the mention has a head only within it
   */
  Mention of(Phrase phrase, int sentence) {
    Phrase antecedent = antecedents.of(phrase.sentence(), phrase);
    return new Mention(
        text(phrase),
        start(phrase),
        offsets.at(phrase.end()),
        phrase.sentence() == sentence ? phrase.head() : null,
        antecedent == null ? null : text(antecedent),
        antecedent == null ? null : start(antecedent));
  }

  String text(Phrase phrase) {
    return body.substring(phrase.begin(), phrase.end());
  }

  int start(Phrase phrase) {
    return offsets.at(phrase.begin());
  }
}
