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

  private static final Set<String> SELECTING =
      Set.of("first", "second", "third", "last", "latest", "only", "next");

  private Tenses() {}

  /** Whether the clause itself is told in the past tense. */
  public static boolean isPast(SentenceTree tree, int predicate) {
    return ofClause(tree, predicate) == TimeDirection.PAST;
  }

  /** Whether the clause is in the present perfect, which tells the news of the day. */
  public static boolean isPresentPerfect(SentenceTree tree, int predicate) {
    for (int child : tree.children(predicate)) {
      boolean have = tree.hasRelation(child, "aux") && tree.lemma(child).equals("have");
      if (have && Set.of("VBZ", "VBP").contains(tree.xpos(child))) {
        return true;
      }
    }
    return false;
  }

  /** Direction of the clause of a token, or of the nearest clause above that has a tense. */
  static TimeDirection direction(SentenceTree tree, int token) {
    int noun = tree.head(token);
    // "Friday's raid" is over, unless it is the subject of what is to come.
    if (tree.hasRelation(token, "nmod:poss") && !tree.hasRelation(noun, "nsubj")) {
      return TimeDirection.PAST;
    }
    int at = Clauses.isPredicate(tree, token) ? token : Clauses.governor(tree, token);
    boolean open = false;
    while (at != NONE) {
      TimeDirection direction = ofClause(tree, at);
      if (direction == TimeDirection.FUTURE && isUndecided(tree, at, token)) {
        open = true;
      } else if (direction != TimeDirection.UNKNOWN) {
        // In "to mark the entry on Friday, they staged" Friday may be before the staging or after.
        return open && direction == TimeDirection.PAST ? TimeDirection.NEAREST : direction;
      }
      at = Clauses.governor(tree, at);
    }
    return open ? TimeDirection.NEAREST : TimeDirection.UNKNOWN;
  }

  /**
   * Whether the clause above decides: a plan that only describes a noun (a talk planned for Friday
   * was called off), an infinitive that selects one (the first to join), and a noun under an
   * infinitive (to mark the entry on Friday).
   */
  private static boolean isUndecided(SentenceTree tree, int verb, int token) {
    if (tree.xpos(verb).equals("VBN") && tree.hasRelation(verb, "acl")) {
      return true;
    }
    if (!Clauses.isInfinitive(tree, verb) || PLANNING.contains(tree.lemma(verb))) {
      return false;
    }
    int head = tree.head(verb);
    boolean selects = tree.hasRelation(verb, "acl") && head != NONE && isSelected(tree, head);
    boolean belowNoun = tree.head(token) != verb && token != verb;
    return selects || belowNoun && tree.hasRelation(verb, "advcl", "acl");
  }

  private static boolean isSelected(SentenceTree tree, int noun) {
    if (SELECTING.contains(tree.lemma(noun))) {
      return true;
    }
    for (int child : tree.children(noun)) {
      if (SELECTING.contains(tree.lemma(child))) {
        return true;
      }
    }
    return false;
  }

  private static TimeDirection ofClause(SentenceTree tree, int verb) {
    if (PLANNING.contains(tree.lemma(verb))) {
      return TimeDirection.FUTURE;
    }
    boolean participle = tree.xpos(verb).equals("VBN") && !tree.hasChild(verb, "aux");
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
