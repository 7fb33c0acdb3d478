package org.tensiometer.claims.factuality;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.Set;
import org.tensiometer.claims.attribution.ReportingWords;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.SentenceTree;

/** Climbs from a clause to what embeds it, as far as that bears on whether the act took place. */
final class ClauseClimb {

  private static final Set<String> OPPOSING = Set.of("without", "instead_of", "rather_than");
  private static final Set<String> IN_TURN = Set.of("before", "after", "until", "when", "upon");
  private static final Set<String> CHOSEN = Set.of("between", "about", "on", "from", "against");

  /** Before a gerund these tell what a noun is a part or the matter of. */
  private static final Set<String> PART = Set.of("in", "of", "to", "about", "for", "on");

  private static final Set<String> DOUBTS = Set.of("doubt", "question");
  private static final Set<String> SINGLED_OUT =
      Set.of("first", "second", "third", "last", "latest", "only", "next", "one");

  private final SentenceTree tree;
  private final Findings findings;
  private final OwnWords own;
  private final NounClimb nouns;

  ClauseClimb(SentenceTree tree, Findings findings, OwnWords own, NounClimb nouns) {
    this.tree = tree;
    this.findings = findings;
    this.own = own;
    this.nouns = nouns;
  }

  /**
   * Climbs from this clause to the top, or to the word that reports it.
   *
   * @param start its predicate, or {@code NONE}
   */
  void climb(int start) {
    int at = start;
    while (at != NONE && tree.head(at) != NONE) {
      at = above(at, tree.head(at), Clauses.isFinite(tree, at));
    }
  }

  /** Goes on from a noun of action, over its predicate. */
  int fromNoun(int noun) {
    int predicate = nouns.climb(noun);
    return predicate == NONE ? NONE : into(predicate);
  }

  /** Where the climb goes on after what is found there; {@code NONE} where it ends. */
  private int above(int at, int head, boolean finite) {
    return switch (tree.base(at)) {
      case "conj" -> fromCoordinated(at, head, finite);
      case "ccomp", "xcomp", "csubj" -> fromComplement(at, head, finite);
      case "acl" -> fromClauseOfNoun(at, head, finite);
      case "advcl", "obl", "nmod" -> finite ? NONE : fromAdverbial(at, head);
      default -> NONE;
    };
  }

  private int fromCoordinated(int at, int head, boolean finite) {
    int first = head;
    // With a subject of its own it goes on with the main clause, not with an infinitive.
    while (finite
        && tree.head(first) != NONE
        && Clauses.ownSubject(tree, at) != NONE
        && Clauses.isVerb(tree, first)
        && !Clauses.isFinite(tree, first)) {
      first = tree.head(first);
    }
    if (finite) {
      sharedCondition(first);
    }
    if (!Clauses.isPredicate(tree, first)) {
      return NONE;
    }
    if (!finite || sharesModal(at, first)) {
      own.clause(first);
    }
    return first;
  }

  private int fromComplement(int at, int head, boolean finite) {
    embed(at, head, finite);
    // "The aim is to sell": what a thing is to be is still to come.
    if (tree.lemma(head).equals("be") && Clauses.isInfinitive(tree, at)) {
      findings.add(Effect.FUTURE, "to");
    }
    if (finite && ReportingWords.kind(tree, head) != null) {
      negatedReport(head);
      return NONE;
    }
    // "It does not mean that": neither so nor not so.
    if (finite && own.isNegated(head)) {
      findings.add(Effect.HEDGED, head);
      return NONE;
    }
    return into(head);
  }

  private int fromClauseOfNoun(int at, int noun, boolean finite) {
    if (tree.relation(at).equals("acl:relcl") && !isPurpose(at, noun)) {
      return NONE;
    }
    boolean complement = tree.hasChild(at, "mark", "case") || Clauses.isInfinitive(tree, at);
    Effect effect = FactualityWords.embedding(tree, noun, finite);
    if (complement && effect != null) {
      // "No doubt that" is a plain statement.
      boolean doubtless = DOUBTS.contains(tree.lemma(noun)) && own.isWithout(noun);
      if (!doubtless) {
        findings.add(effect, noun);
        own.determiner(noun);
      }
      return fromNoun(noun);
    }
    if (Clauses.isInfinitive(tree, at)) {
      findings.add(Effect.FUTURE, "to");
    } else if (complement && !finite && PART.contains(marker(at))) {
      // "Hopes to take a part in building it": as open as the part that is taken.
      return fromNoun(noun);
    } else if (tree.hasRelation(noun, "obj") && tree.xpos(at).equals("VBG")) {
      // "Depicts ships attacking".
      depicted(tree.head(noun));
    }
    return NONE;
  }

  /** From an adverbial clause that is not finite, and from a gerund under a preposition. */
  private int fromAdverbial(int at, int head) {
    String marker = marker(at);
    if (OPPOSING.contains(marker)) {
      // As a subordinator it has counted already, as a word of the clause.
      if (!tree.hasChild(at, "mark")) {
        findings.add(Effect.NEGATED, marker.replace('_', ' '));
      }
      return NONE;
    }
    Effect effect = FactualityWords.embedding(tree, head, false);
    if (Clauses.isInfinitive(tree, at)) {
      return fromInfinitive(head, effect);
    }
    boolean reason = marker.equals("for") && effect == Effect.NEGATED;
    if (NounClimb.COMPLEMENT_PREPOSITIONS.contains(marker) && effect != null && !reason) {
      findings.add(effect, head);
      return Clauses.isPredicate(tree, head) ? into(head) : fromNoun(head);
    }
    boolean sameTime = marker.isEmpty() || marker.equals("by") || marker.equals("while");
    if (sameTime) {
      return into(head);
    }
    if (Clauses.isPredicate(tree, head) && (IN_TURN.contains(marker) || CHOSEN.contains(marker))) {
      // What comes before an act that is open is open too, and what it is chosen from.
      findings.addOpenOf(OwnWords.of(tree, head));
    }
    return NONE;
  }

  private int fromInfinitive(int head, Effect effect) {
    findings.add(effect, head);
    if (effect != null || FactualityWords.TRANSPARENT.contains(tree.lemma(head))) {
      return into(head);
    }
    int object = tree.child(head, "obj");
    if (object != NONE && FactualityWords.embedding(tree, object, false) != null) {
      own.determiner(object);
    }
    findings.add(Effect.FUTURE, "to");
    if (tree.is(head, "ADJ")) {
      // "It would be wrong for them to help".
      own.openOf(head, false);
    }
    return NONE;
  }

  private void depicted(int verb) {
    boolean open = FactualityWords.embedding(tree, verb, false) == Effect.CONDITIONAL;
    findings.add(open ? Effect.CONDITIONAL : null, verb);
  }

  /** "A mission to help them"; but the first envoy to go there went. */
  private boolean isPurpose(int clause, int noun) {
    boolean single = false;
    for (int word = firstChild(noun); word <= noun; word++) {
      boolean superlative = Set.of("JJS", "RBS").contains(tree.xpos(word));
      single |= superlative || SINGLED_OUT.contains(tree.lemma(word));
    }
    return !single
        && Clauses.isInfinitive(tree, clause)
        && Clauses.ownSubject(tree, clause) == NONE;
  }

  private int firstChild(int noun) {
    int[] children = tree.children(noun);
    return children.length == 0 ? noun : Math.min(noun, children[0]);
  }

  /** "If they quarrel and one of them attacks": what is coordinated under a condition. */
  private void sharedCondition(int first) {
    if (tree.hasRelation(first, "advcl")) {
      own.conditionalMark(first);
    }
  }

  /** "Could build a bomb and hit them": of some verbs the tagger cannot tell the infinitive. */
  private boolean sharesModal(int verb, int first) {
    return tree.xpos(verb).equals("VBD")
        && tree.form(verb).equals(tree.lemma(verb))
        && Clauses.ownSubject(tree, verb) == NONE
        && tree.xpos(first).equals("VB");
  }

  private String marker(int clause) {
    String preposition = Clauses.preposition(tree, clause);
    if (!preposition.isEmpty()) {
      return preposition;
    }
    int mark = tree.child(clause, "mark");
    return mark == NONE || tree.xpos(mark).equals("TO") ? "" : tree.lemma(mark);
  }

  /** What a governing word makes of its complement. */
  private void embed(int complement, int head, boolean finite) {
    Effect effect = FactualityWords.embedding(tree, head, finite);
    int object = tree.child(head, "obj");
    if (effect == null && !finite && tree.lemma(head).equals("have")) {
      // They have to leave, but had to: the past says that they did. They have no plans to leave.
      boolean obliged =
          object == NONE
              && Clauses.isInfinitive(tree, complement)
              && Clauses.ownSubject(tree, complement) == NONE
              && !tree.xpos(head).equals("VBD");
      findings.add(obliged ? Effect.DEMANDED : null, head);
      if (object != NONE) {
        own.determiner(object);
      }
      return;
    }
    boolean ofOthers = object != NONE || Clauses.ownSubject(tree, complement) != NONE;
    if (effect == Effect.FUTURE && ofOthers && tree.lemma(head).equals("want")) {
      effect = Effect.DEMANDED;
    }
    boolean asksWhether = effect == Effect.DEMANDED && finite && findings.has(Effect.QUESTIONED);
    findings.add(asksWhether ? Effect.QUESTIONED : effect, head);
  }

  /** To the clause of a governing word: its own modality holds for its complement too. */
  private int into(int head) {
    if (!Clauses.isPredicate(tree, head)) {
      return NONE;
    }
    own.clause(head);
    return head;
  }

  /** "Do not believe that": the belief is denied, and with it the act. */
  private void negatedReport(int cue) {
    if (FactualityWords.isFinding(tree, cue) && (own.isNegated(cue) || isOfNothingSeen(cue))) {
      findings.add(Effect.CONDITIONAL, cue);
      return;
    }
    int above = tree.head(cue);
    boolean denied =
        tree.is(cue, "NOUN")
            && tree.hasRelation(cue, "obj")
            && FactualityWords.embedding(tree, above, false) == Effect.NEGATED;
    if (denied) {
      findings.add(Effect.NEGATED, above);
    }
    boolean believed = FactualityWords.embedding(tree, cue, true) == Effect.HEDGED;
    boolean denies = FactualityWords.embedding(tree, cue, true) == Effect.NEGATED;
    if (!believed && !denies) {
      return;
    }
    if (own.isNegated(cue)) {
      findings.add(Effect.NEGATED, cue);
    }
  }

  /** "Have not seen anything showing that". */
  private boolean isOfNothingSeen(int participle) {
    int noun = tree.hasRelation(participle, "acl") ? tree.head(participle) : NONE;
    while (noun != NONE && tree.hasRelation(noun, "conj")) {
      noun = tree.head(noun);
    }
    return noun != NONE
        && (own.isWithout(noun) || tree.hasRelation(noun, "obj") && own.isNegated(tree.head(noun)));
  }
}
