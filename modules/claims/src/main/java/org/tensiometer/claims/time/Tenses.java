package org.tensiometer.claims.time;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.Locale;
import java.util.Set;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/** Where the tense of a clause puts what it tells. */
public final class Tenses {

  private static final Set<String> FUTURE_MODALS =
      Set.of("will", "shall", "'ll", "’ll", "wo", "would", "'d", "may", "might");

  /** Verbs whose complement is still to come, whatever their own tense. */
  private static final Set<String> PLANNING = WordLists.words(Tenses.class, "planning-verbs.txt");

  private Tenses() {}

  /** Whether the clause itself is told in the past tense. */
  public static boolean isPast(SentenceTree tree, int predicate) {
    return ofClause(tree, predicate) == TimeDirection.PAST;
  }

  /** Direction of the clause of a token, or of the nearest clause above that has a tense. */
  static TimeDirection direction(SentenceTree tree, int token) {
    int noun = tree.head(token);
    // "Friday's raid" is over, unless it is the subject of what is to come.
    if (tree.hasRelation(token, "nmod:poss") && !tree.hasRelation(noun, "nsubj")) {
      return TimeDirection.PAST;
    }
    int at = Clauses.isPredicate(tree, token) ? token : Clauses.governor(tree, token);
    while (at != NONE) {
      TimeDirection direction = ofClause(tree, at);
      if (direction != TimeDirection.UNKNOWN) {
        return direction;
      }
      at = Clauses.governor(tree, at);
    }
    return TimeDirection.UNKNOWN;
  }

  private static TimeDirection ofClause(SentenceTree tree, int verb) {
    if (PLANNING.contains(tree.lemma(verb))) {
      return TimeDirection.FUTURE;
    }
    boolean participle = tree.xpos(verb).equals("VBN") && tree.hasRelation(verb, "acl");
    boolean past = tree.xpos(verb).equals("VBD") || participle;
    boolean present = tree.xpos(verb).equals("VBZ") || tree.xpos(verb).equals("VBP");
    boolean perfect = false;
    for (int child : tree.children(verb)) {
      if (!tree.hasRelation(child, "aux", "cop")) {
        continue;
      }
      String form = tree.form(child).toLowerCase(Locale.ROOT);
      if (FUTURE_MODALS.contains(form)) {
        return TimeDirection.FUTURE;
      }
      past |= tree.xpos(child).equals("VBD");
      perfect |= tree.lemma(child).equals("have");
      present |= tree.lemma(child).equals("be") && !tree.xpos(child).equals("VBD");
    }
    if (past || perfect) {
      return TimeDirection.PAST;
    }
    if (Clauses.isInfinitive(tree, verb) && tree.hasRelation(verb, "xcomp", "acl", "advcl")) {
      return TimeDirection.FUTURE;
    }
    // "Meets on Friday" and "is meeting on Friday" are plans; a participle has no tense.
    boolean progressive = tree.xpos(verb).equals("VBG");
    return present && (progressive || tree.is(verb, "VERB") && !Clauses.isPassive(tree, verb))
        ? TimeDirection.FUTURE
        : TimeDirection.UNKNOWN;
  }
}
