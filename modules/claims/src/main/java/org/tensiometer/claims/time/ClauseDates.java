package org.tensiometer.claims.time;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/** Which time expression of a sentence dates which of its predicates. */
public final class ClauseDates {

  /** How many days before publication history begins. */
  private static final int HISTORY_DAYS = 30;

  /** An act inside such a phrase dates the clause too: "at a meeting on Friday, she said". */
  private static final Set<String> FRAMING =
      Set.of("in", "during", "at", "after", "on", "following");

  private static final Set<String> SAME_TIME = Set.of("when", "as", "while", "after", "before");

  private final SentenceTree tree;
  private final LocalDate published;
  private final BitSet predicates;
  private final Map<Integer, ClauseDate> own = new HashMap<>();

  /**
   * Dates of one sentence.
   *
   * @param text text of the article
   * @param published publication day, null if unknown
   * @param predicates tokens that may be dated
   */
  public ClauseDates(String text, SentenceTree tree, LocalDate published, BitSet predicates) {
    this.tree = tree;
    this.published = published;
    this.predicates = predicates;
    if (tree.size() > 0) {
      int begin = tree.token(0).begin();
      int end = tree.token(tree.size() - 1).end();
      for (TimeExpression expression : TimeExpressions.find(text.substring(begin, end))) {
        bind(expression, begin);
      }
    }
  }

  /** Date of a predicate: its own, else that of the clause it shares a time with. */
  public Optional<ClauseDate> of(int predicate) {
    int at = predicate;
    for (int step = 0; step < 6 && at != NONE; step++) {
      ClauseDate date = own.get(at);
      if (date == null) {
        date = ofTemporalClause(at);
      }
      if (date != null) {
        boolean shared = at == predicate || isBefore(date, predicate) || isLight(predicate);
        return shared ? Optional.of(date) : Optional.empty();
      }
      at = sharesTimeWith(at);
    }
    return Optional.empty();
  }

  private boolean isBefore(ClauseDate date, int predicate) {
    return date.begin() < tree.token(predicate).begin();
  }

  private boolean isLight(int noun) {
    return !Clauses.isPredicate(tree, noun);
  }

  /** The clause above whose time holds for this one as well. */
  private int sharesTimeWith(int at) {
    int head = tree.head(at);
    if (head == NONE) {
      return NONE;
    }
    if (tree.hasRelation(at, "conj")) {
      return head;
    }
    if (tree.hasRelation(at, "advcl")) {
      int mark = tree.child(at, "mark", "advmod");
      boolean sameTime = mark == NONE || SAME_TIME.contains(tree.lemma(mark));
      return sameTime ? head : NONE;
    }
    boolean light =
        tree.hasRelation(at, "obj", "nsubj:pass", "nsubj")
            && WordLists.LIGHT_VERBS.contains(tree.lemma(head));
    return light && !Clauses.isPredicate(tree, at) ? head : NONE;
  }

  /** Date of a clause that tells what happened at the same time or in the same place. */
  private ClauseDate ofTemporalClause(int at) {
    for (int child : tree.children(at)) {
      ClauseDate below = ofModifier(at, child);
      if (below != null) {
        return below;
      }
      if (tree.hasRelation(child, "advcl") && own.containsKey(child)) {
        int mark = tree.child(child, "mark", "advmod");
        if (mark != NONE && Set.of("when", "as", "while").contains(tree.lemma(mark))) {
          return own.get(child);
        }
      }
    }
    return null;
  }

  /** "Sent boats carrying food on Friday"; "the visit to Rome, where she spoke on Friday". */
  private ClauseDate ofModifier(int at, int noun) {
    boolean verb = Clauses.isVerb(tree, at);
    for (int clause : tree.children(noun)) {
      boolean participle =
          verb
              && tree.hasRelation(noun, "obj")
              && tree.relation(clause).equals("acl")
              && tree.xpos(clause).equals("VBG");
      int adverb = tree.child(clause, "advmod", "mark");
      boolean there =
          !verb
              && tree.relation(clause).equals("acl:relcl")
              && adverb != NONE
              && Set.of("where", "when").contains(tree.lemma(adverb));
      if ((participle || there) && own.containsKey(clause)) {
        return own.get(clause);
      }
    }
    return null;
  }

  private void bind(TimeExpression expression, int offset) {
    int begin = offset + expression.begin();
    int end = offset + expression.end();
    int first = NONE;
    int last = NONE;
    for (int i = 0; i < tree.size(); i++) {
      if (tree.token(i).begin() < end && tree.token(i).end() > begin) {
        first = first == NONE ? i : first;
        last = i;
      }
    }
    if (first == NONE || countsTimes(first)) {
      return;
    }
    int anchor = anchor(first, last);
    boolean since = first > 0 && tree.lemma(first - 1).equals("since");
    if (since && tree.head(anchor) != NONE && !Clauses.isPredicate(tree, tree.head(anchor))) {
      // "The worst since the war" compares and does not date.
      return;
    }
    TimeDirection direction = Tenses.direction(tree, anchor);
    Optional<Period> period = expression.resolve(published, direction);
    period = since ? untilNow(period) : period;
    if (period.isPresent()) {
      ClauseDate date = new ClauseDate(period.get(), begin, end, isHistorical(period.get()));
      attach(anchor, date);
    }
  }

  /** "For the third time this month" counts and does not date. */
  private boolean countsTimes(int first) {
    return first > 1
        && tree.lemma(first - 1).equals("time")
        && (tree.entity(first - 2).equals("ORDINAL") || tree.is(first - 2, "ADJ", "NUM"));
  }

  /** Since last year: from then until now. */
  private Optional<Period> untilNow(Optional<Period> period) {
    return period
        .filter(from -> published != null && !published.isBefore(from.start()))
        .map(from -> Period.days(from.start(), published));
  }

  private boolean isHistorical(Period period) {
    return published != null && period.end().isBefore(published.minusDays(HISTORY_DAYS));
  }

  private int anchor(int first, int last) {
    for (int i = first; i <= last; i++) {
      int head = tree.head(i);
      if ((head < first || head > last) && !tree.is(i, "PUNCT", "ADP")) {
        return i;
      }
    }
    return first;
  }

  private void attach(int anchor, ClauseDate date) {
    int noun = NONE;
    int at = tree.head(anchor);
    while (at != NONE && !Clauses.isPredicate(tree, at)) {
      if (noun == NONE && predicates.get(at)) {
        noun = at;
      }
      at = tree.head(at);
    }
    if (Clauses.isPredicate(tree, anchor)) {
      at = anchor;
    }
    if (noun != NONE) {
      put(noun, date);
    }
    if (at == NONE) {
      if (noun == NONE) {
        putNearest(anchor, date);
      }
    } else if (noun == NONE || frames(noun, at)) {
      put(at, date);
    }
  }

  /** Whether the time of a noun of action is that of its clause. */
  private boolean frames(int noun, int verb) {
    int top = noun;
    while (tree.head(top) != verb && tree.head(top) != NONE) {
      top = tree.head(top);
    }
    String preposition = Clauses.preposition(tree, top).toLowerCase(Locale.ROOT);
    return tree.hasRelation(top, "obl") && FRAMING.contains(preposition)
        || tree.hasRelation(top, "obj", "nsubj")
            && WordLists.LIGHT_VERBS.contains(tree.lemma(verb));
  }

  private void putNearest(int anchor, ClauseDate date) {
    for (int distance = 1; distance < tree.size(); distance++) {
      for (int i : List.of(anchor - distance, anchor + distance)) {
        if (i >= 0 && i < tree.size() && predicates.get(i)) {
          put(i, date);
          return;
        }
      }
    }
  }

  /** Of several expressions of a clause the most exact one dates it, of equal ones the first. */
  private void put(int predicate, ClauseDate date) {
    ClauseDate known = own.get(predicate);
    if (known == null || length(date) < length(known)) {
      own.put(predicate, date);
    }
  }

  private static long length(ClauseDate date) {
    return date.period().end().toEpochDay() - date.period().start().toEpochDay();
  }
}
