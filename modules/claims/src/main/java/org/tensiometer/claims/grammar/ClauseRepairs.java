package org.tensiometer.claims.grammar;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;

/**
 * Mends two attachments that parsers often miss and that decide who did what: the that-clause of a
 * noun (rumours that ...), and the subject of a clause behind a word that is a preposition as well
 * (after the guards left).
 */
public final class ClauseRepairs {

  private static final Set<String> BOTH_PREPOSITION_AND_CONJUNCTION =
      Set.of("after", "before", "since", "until", "as", "till");
  private static final Set<String> LOOSE = Set.of("conj", "dep", "parataxis", "advcl");

  private final SentenceTree tree;
  private final List<AnalysedToken> tokens;

  private ClauseRepairs(AnalysedSentence sentence) {
    this.tree = new SentenceTree(sentence);
    this.tokens = new ArrayList<>(sentence.tokens());
  }

  /** The sentence with its loose clauses attached. */
  public static AnalysedSentence repair(AnalysedSentence sentence) {
    ClauseRepairs repairs = new ClauseRepairs(sentence);
    for (int i = 1; i < sentence.tokens().size(); i++) {
      repairs.thatClause(i);
      repairs.subordinateSubject(i);
    }
    return new AnalysedSentence(
        sentence.index(), sentence.paragraph(), sentence.begin(), sentence.end(), repairs.tokens);
  }

  private void thatClause(int that) {
    int clause = tree.head(that);
    int noun = that - 1;
    if (clause == NONE
        || !tree.lemma(that).equals("that")
        || !tree.hasRelation(that, "mark")
        || !tree.is(noun, "NOUN")
        || !LOOSE.contains(tree.base(clause))
        || tree.dominates(clause, noun)) {
      return;
    }
    attach(clause, noun, "acl");
  }

  private void subordinateSubject(int marker) {
    int noun = tree.head(marker);
    if (noun == NONE
        || noun < marker
        || !BOTH_PREPOSITION_AND_CONJUNCTION.contains(tree.lemma(marker))
        || !tree.hasRelation(marker, "case")) {
      return;
    }
    int verb = NounPhrases.core(tree, noun).last() + 1;
    while (verb < tree.size() && tree.is(verb, "ADV", "AUX")) {
      verb++;
    }
    if (verb >= tree.size()
        || !tree.is(verb, "VERB")
        || !Clauses.isFinite(tree, verb)
        || Clauses.ownSubject(tree, verb) != NONE
        || !LOOSE.contains(tree.base(verb))) {
      return;
    }
    int head = tree.head(verb);
    if (tree.dominates(noun, head)) {
      head = tree.head(noun);
    }
    if (head == NONE || tree.dominates(verb, head)) {
      return;
    }
    attach(verb, head, "advcl");
    attach(noun, verb, tree.hasChild(verb, "aux:pass") ? "nsubj:pass" : "nsubj");
    attach(marker, verb, "mark");
  }

  private void attach(int token, int head, String relation) {
    AnalysedToken old = tokens.get(token);
    tokens.set(
        token,
        new AnalysedToken(
            old.index(),
            old.begin(),
            old.end(),
            old.form(),
            old.lemma(),
            old.upos(),
            old.xpos(),
            old.entity(),
            head,
            relation));
  }
}
