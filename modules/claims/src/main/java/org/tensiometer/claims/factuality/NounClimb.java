package org.tensiometer.claims.factuality;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.Set;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/** Climbs from a noun of action over the nouns it depends on to the predicate above them. */
final class NounClimb {

  /** Before an act these tell of what the governing word is said. */
  static final Set<String> COMPLEMENT_PREPOSITIONS =
      Set.of("for", "to", "of", "about", "on", "from", "against", "in");

  private static final Set<String> BESIDES =
      WordLists.words(NounClimb.class, "besides-prepositions.txt");
  private static final Set<String> HALTING = WordLists.words(NounClimb.class, "halting-verbs.txt");
  private static final Set<String> HAPPENING =
      Set.of("take", "begin", "start", "occur", "happen", "continue", "resume", "end", "go");

  private final SentenceTree tree;
  private final Findings findings;
  private final OwnWords own;
  private final int judged;

  /**
   * @param judged the predicate whose factuality is asked for
   */
  NounClimb(SentenceTree tree, Findings findings, OwnWords own, int judged) {
    this.tree = tree;
    this.findings = findings;
    this.own = own;
    this.judged = judged;
  }

  /**
   * Climbs from this noun.
   *
   * @return the predicate from whose clause the climb goes on, or {@code NONE}
   */
  int climb(int start) {
    int at = start;
    while (tree.head(at) != NONE) {
      int head = tree.head(at);
      String relation = tree.base(at);
      if (relation.equals("conj") && !Clauses.isPredicate(tree, head)) {
        own.nominal(head);
      } else if (relation.equals("nmod") || relation.equals("acl")) {
        Effect effect = isApart(at) ? null : FactualityWords.embedding(tree, head, false);
        if (effect == null) {
          if (at == start && isIndefinite(at) && tree.hasRelation(head, "obl")) {
            // "They will not act in reaction to a strike": nobody says that there was one.
            own.openOf(tree.head(head), true);
          }
          return NONE;
        }
        findings.add(effect, head);
        own.nominal(head);
      } else if (Clauses.isPredicate(tree, head)) {
        return underPredicate(at, head, relation) ? head : NONE;
      } else {
        return NONE;
      }
      at = head;
    }
    return NONE;
  }

  /** "A danger after its attack": what comes before or besides a thing is no part of it. */
  private boolean isApart(int noun) {
    return tree.hasRelation(noun, "nmod") && BESIDES.contains(Clauses.preposition(tree, noun));
  }

  /** Whether a noun of action shares the factuality of the predicate it depends on. */
  private boolean underPredicate(int noun, int head, String relation) {
    String lemma = tree.lemma(head);
    boolean complement =
        relation.equals("obj")
            || relation.equals("nsubj") && Clauses.isPassive(tree, head)
            || relation.equals("obl")
                && COMPLEMENT_PREPOSITIONS.contains(Clauses.preposition(tree, noun));
    if (complement) {
      Effect effect = FactualityWords.embedding(tree, head, false);
      // What is believed or reported of a definite act is not whether it took place.
      boolean person = relation.equals("obj") && FactualityWords.takesPerson(tree, head);
      // What is discussed or questioned of somebody's own acts is taken for granted.
      boolean granted =
          tree.hasChild(noun, "nmod:poss")
              && (effect == Effect.CONDITIONAL || effect == Effect.QUESTIONED);
      // Who denies what others claim of him denies what they say, not that they say it.
      boolean uttered =
          effect == Effect.NEGATED
              && noun == judged
              && WordLists.WORD_NOUNS.contains(tree.lemma(noun))
              && tree.hasChild(noun, "nmod:poss", "amod", "acl");
      // What is halted took place until then, if it is fighting.
      boolean halted =
          effect == Effect.NEGATED
              && HALTING.contains(lemma)
              && WordLists.HOSTILITIES.contains(tree.lemma(noun));
      if (uttered || halted) {
        return false;
      }
      if (effect != null && effect != Effect.HEDGED && !person && !granted) {
        findings.add(effect, head);
        return true;
      }
      return relation.equals("obj")
              && WordLists.LIGHT_VERBS.contains(lemma)
              && !WordLists.ENDING_VERBS.contains(lemma)
          || relation.equals("nsubj") && WordLists.LIGHT_VERBS.contains(lemma);
    }
    boolean besides = BESIDES.contains(Clauses.preposition(tree, noun));
    if (relation.equals("obl") && isIndefinite(noun) && !besides) {
      own.openOf(head, true);
    }
    if (!relation.equals("nsubj")) {
      return false;
    }
    if (HAPPENING.contains(lemma)) {
      return true;
    }
    // "Talks are the only way": what is said to be an option or a goal is not said to take place.
    if (tree.hasChild(head, "cop") && tree.is(head, "NOUN") && !tree.hasChild(noun, "det")) {
      findings.add(FactualityWords.embedding(tree, head, false), head);
    }
    own.openOf(head, isIndefinite(noun));
    return false;
  }

  /** A strike, any strikes, strikes: whether nobody says that there was one. */
  private boolean isIndefinite(int noun) {
    int determiner = tree.child(noun, "det");
    return determiner == NONE
        ? tree.xpos(noun).equals("NNS") && !tree.hasChild(noun, "nmod:poss", "det:predet")
        : Set.of("a", "an", "any").contains(tree.lemma(determiner));
  }
}
