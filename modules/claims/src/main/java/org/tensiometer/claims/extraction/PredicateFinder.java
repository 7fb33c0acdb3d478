package org.tensiometer.claims.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;
import org.tensiometer.contracts.PredicateKind;

/** Finds the words of a sentence that may tell an act or a judgement. */
final class PredicateFinder {

  private static final Set<String> EVENT_NOUNS =
      WordLists.words(PredicateFinder.class, "event-nouns.txt");
  private static final List<String> SUFFIXES =
      WordLists.lines(PredicateFinder.class, "event-suffixes.txt");
  private static final Set<String> OTHER_NOUNS =
      WordLists.words(PredicateFinder.class, "non-event-nouns.txt");

  /** Verbs that only hedge the one they govern. */
  private static final Set<String> RAISING = Set.of("seem", "appear", "tend", "happen");

  private PredicateFinder() {}

  /** Predicates in text order, with their kinds. */
  static List<Candidate> find(SentenceTree tree) {
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      PredicateKind kind = kind(tree, i);
      if (kind != null) {
        found.add(new Candidate(i, kind));
      }
    }
    return found;
  }

  /**
   * A word that may be a predicate.
   *
   * @param token its index
   * @param kind its part of speech
   */
  record Candidate(int token, PredicateKind kind) {}

  private static PredicateKind kind(SentenceTree tree, int i) {
    if (Clauses.isVerb(tree, i)) {
      boolean preposition = tree.form(i).equalsIgnoreCase("according");
      boolean raising = RAISING.contains(tree.lemma(i)) && tree.hasChild(i, "xcomp");
      return preposition || raising || tree.hasRelation(i, "compound", "amod")
          ? null
          : PredicateKind.VERB;
    }
    boolean copular = tree.hasChild(i, "cop");
    if (tree.is(i, "ADJ")) {
      return copular || tree.hasRelation(i, "xcomp", "root") ? PredicateKind.ADJECTIVE : null;
    }
    if (tree.is(i, "NOUN")) {
      return copular || isAct(tree, i) ? PredicateKind.NOUN : null;
    }
    return null;
  }

  private static boolean isAct(SentenceTree tree, int i) {
    if (tree.hasRelation(i, "compound") || !tree.entity(i).isEmpty()) {
      return false;
    }
    String lemma = tree.lemma(i);
    if (EVENT_NOUNS.contains(lemma)) {
      return true;
    }
    boolean ending = SUFFIXES.stream().anyMatch(end -> endsWith(lemma, end));
    return ending && !OTHER_NOUNS.contains(lemma);
  }

  private static boolean endsWith(String lemma, String suffix) {
    return lemma.length() > suffix.length() + 2 && lemma.endsWith(suffix);
  }
}
