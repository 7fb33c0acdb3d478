package org.tensiometer.claims.factuality;

import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.SentenceTree;

/**
 * Decides polarity and modality of a predicate: looks at its own clause, then climbs to what embeds
 * it, as in FactBank (Sauri and Pustejovsky 2009). The climb ends at the word that reports it,
 * since the act of saying has a factuality of its own.
 */
public final class FactualityRules {

  private FactualityRules() {}

  /** How certain a sentence makes one of its predicates. */
  public static Judgement judge(SentenceTree tree, int predicate) {
    Findings findings = new Findings(tree);
    OwnWords own = new OwnWords(tree, findings);
    NounClimb nouns = new NounClimb(tree, findings, own, predicate);
    ClauseClimb clauses = new ClauseClimb(tree, findings, own, nouns);
    if (Clauses.isPredicate(tree, predicate)) {
      own.clause(predicate);
      clauses.climb(predicate);
    } else {
      own.nominal(predicate);
      clauses.climb(clauses.fromNoun(predicate));
    }
    new WouldRule(tree).decide(predicate, findings);
    return findings.judge();
  }
}
