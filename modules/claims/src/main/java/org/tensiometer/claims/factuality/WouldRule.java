package org.tensiometer.claims.factuality;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.Locale;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/** Tells the would of a condition from the would of reported intentions. */
final class WouldRule {

  private final SentenceTree tree;

  WouldRule(SentenceTree tree) {
    this.tree = tree;
  }

  /**
   * Would is the future of the past where somebody is said to be about to act, and a condition
   * where a thing would have an effect or a condition is named.
   */
  void decide(int predicate, Findings findings) {
    if (!findings.has(Effect.WOULD)) {
      return;
    }
    boolean intended = !findings.has(Effect.CONDITIONAL) && isBackshifted(predicate);
    findings.replace(Effect.WOULD, intended ? Effect.FUTURE : Effect.CONDITIONAL);
  }

  private boolean isBackshifted(int predicate) {
    int clause = predicate;
    while (clause != NONE && !hasWould(clause)) {
      clause = tree.head(clause);
    }
    if (clause == NONE) {
      return false;
    }
    int top = NounPhrases.firstMember(tree, clause);
    int above = tree.head(top);
    if (above == NONE || !tree.hasRelation(top, "ccomp", "acl")) {
      return false;
    }
    int subject = Clauses.subject(tree, clause);
    return subject != NONE
        && tree.is(clause, "VERB")
        && (tree.is(subject, "PROPN", "PRON") || WordLists.PEOPLE.contains(tree.lemma(subject)));
  }

  private boolean hasWould(int clause) {
    for (int child : tree.children(clause)) {
      String word = tree.form(child).toLowerCase(Locale.ROOT);
      if (tree.hasRelation(child, "aux") && FactualityWords.clause(word, "aux") == Effect.WOULD) {
        return true;
      }
    }
    return false;
  }
}
