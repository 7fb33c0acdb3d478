package org.tensiometer.claims.factuality;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.Locale;
import java.util.Set;
import org.tensiometer.claims.attribution.ReportingWords;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;

/**
 * Decides polarity and modality of a predicate: looks at its own clause, then climbs to what embeds
 * it, as in FactBank (Sauri and Pustejovsky 2009). The climb ends at the word that reports it,
 * since the act of saying has a factuality of its own.
 */
public final class FactualityRules {

  private static final Set<String> COMPLEMENT_PREPOSITIONS =
      Set.of("for", "to", "of", "about", "on", "from", "against", "in");
  private static final Set<String> OPPOSING = Set.of("without", "instead_of", "rather_than");
  private static final Set<String> LIMITING = Set.of("only", "just", "merely", "simply");
  private static final Set<String> NEGATIVE = Set.of("nor", "neither", "not", "so");
  private static final Set<String> IN_TURN = Set.of("before", "after", "until", "when", "upon");
  private static final Set<String> BESIDES =
      WordLists.words(FactualityRules.class, "besides-prepositions.txt");
  private static final Set<String> CHOSEN = Set.of("between", "about", "on", "from", "against");

  /** Before a gerund these tell what a noun is a part or the matter of. */
  private static final Set<String> PART = Set.of("in", "of", "to", "about", "for", "on");

  private static final Set<String> HALTING =
      WordLists.words(FactualityRules.class, "halting-verbs.txt");
  private static final Set<String> DOUBTS = Set.of("doubt", "question");
  private static final Set<String> SINGLED_OUT =
      Set.of("first", "second", "third", "last", "latest", "only", "next", "one");
  private static final Set<String> HAPPENING =
      Set.of("take", "begin", "start", "occur", "happen", "continue", "resume", "end", "go");

  private final SentenceTree tree;
  private final Findings findings = new Findings();
  private final int judged;

  private FactualityRules(SentenceTree tree, int judged) {
    this.tree = tree;
    this.judged = judged;
  }

  /** How certain a sentence makes one of its predicates. */
  public static Judgement judge(SentenceTree tree, int predicate) {
    FactualityRules rules = new FactualityRules(tree, predicate);
    if (Clauses.isPredicate(tree, predicate)) {
      rules.clause(predicate);
      rules.climbFromClause(predicate);
    } else {
      rules.nominal(predicate);
      rules.climbFromNoun(predicate);
    }
    rules.decideWould(predicate);
    return rules.findings.judge();
  }

  /** Auxiliaries, adverbs, negation and subordinator of a clause. */
  private void clause(int verb) {
    for (int child : tree.children(verb)) {
      String word = tree.form(child).toLowerCase(Locale.ROOT);
      switch (tree.base(child)) {
        case "aux" -> auxiliary(verb, word, child);
        case "advmod", "cc" -> adverb(word, child);
        case "mark" -> add(FactualityWords.clause(word, "mark"), child);
        case "nsubj" -> {
          determiner(child);
          neither(child);
        }
        case "obj" -> object(verb, child);
        case "advcl" -> condition(child);
        default -> {
          if (tree.xpos(child).equals("RB")) {
            adverb(word, child);
          }
        }
      }
      boolean rather = child > 0 && tree.form(child - 1).equals("rather");
      if (rather && word.equals("than") && child < verb) {
        findings.add(Effect.NEGATED, "rather than");
      }
      if (word.equals("going") && tree.hasRelation(child, "aux")) {
        add(Effect.FUTURE, child);
      }
    }
    // The auxiliary of a copular clause may hang on the copula, "is to meet" on the verb.
    if (tree.relation(verb).equals("root") && endsWithQuestionMark()) {
      findings.add(Effect.QUESTIONED, "?");
    }
  }

  private void auxiliary(int verb, String word, int token) {
    boolean condition = Clauses.INVERTING.contains(word) && isInverted(verb, token);
    add(condition ? Effect.CONDITIONAL : FactualityWords.clause(word, "aux"), token);
  }

  /** "Should talks fail, ...": an auxiliary before its subject, not in a question, is an if. */
  private boolean isInverted(int verb, int auxiliary) {
    int subject = Clauses.ownSubject(tree, verb);
    // "Never had they", "nor should they" invert for another reason.
    boolean fronted =
        auxiliary > 0
            && (tree.is(auxiliary - 1, "ADV", "SCONJ", "ADP", "DET", "PRON")
                || NEGATIVE.contains(tree.lemma(auxiliary - 1)));
    return !fronted && auxiliary < subject && subject < verb && !endsWithQuestionMark();
  }

  /** An adverb of a clause; "not only" denies nothing. */
  private void adverb(String word, int token) {
    if (token > 0 && word.equals("longer") && tree.lemma(token - 1).equals("no")) {
      findings.add(Effect.NEGATED, "no longer");
    } else if (!isNotOnly(token)) {
      add(FactualityWords.clause(word, "adverb"), token);
    }
  }

  private boolean isNotOnly(int token) {
    return token + 1 < tree.size() && LIMITING.contains(tree.lemma(token + 1));
  }

  /** The consequence of a condition is as open as the condition. */
  private void condition(int subordinate) {
    for (int child : tree.children(subordinate)) {
      String word = tree.form(child).toLowerCase(Locale.ROOT);
      boolean inverting = tree.hasRelation(child, "aux") && Clauses.INVERTING.contains(word);
      if (inverting && isInverted(subordinate, child)) {
        add(Effect.CONDITIONAL, child);
      }
    }
    int mark = tree.child(subordinate, "mark");
    if (mark != NONE && FactualityWords.clause(tree.lemma(mark), "mark") == Effect.CONDITIONAL) {
      add(Effect.CONDITIONAL, mark);
    }
  }

  /** "Ruled out any talks" is as definite as "ruled out talks". */
  private void object(int verb, int object) {
    boolean negating = FactualityWords.embedding(tree, verb, false) == Effect.NEGATED;
    int determiner = tree.child(object, "det");
    boolean any = determiner != NONE && tree.lemma(determiner).equals("any");
    if (!negating || !any) {
      determiner(object);
    }
  }

  private void determiner(int noun) {
    int determiner = tree.child(noun, "det", "neg");
    if (determiner != NONE) {
      add(FactualityWords.clause(tree.lemma(determiner), "determiner"), determiner);
    }
  }

  /** "Neither Chile nor Peru signed". */
  private void neither(int subject) {
    for (int child : tree.children(subject)) {
      if (tree.lemma(child).equals("neither") && !tree.hasRelation(child, "det", "neg")) {
        findings.add(Effect.NEGATED, tree.form(child));
      }
    }
  }

  private void nominal(int noun) {
    determiner(noun);
    for (int child : tree.children(noun)) {
      if (tree.hasRelation(child, "amod")) {
        add(FactualityWords.clause(tree.form(child).toLowerCase(Locale.ROOT), "modifier"), child);
      } else if (tree.hasRelation(child, "case")) {
        add(FactualityWords.clause(tree.lemma(child), "case"), child);
      }
    }
  }

  private void climbFromClause(int start) {
    int at = start;
    while (tree.head(at) != NONE) {
      int head = tree.head(at);
      boolean finite = Clauses.isFinite(tree, at);
      switch (tree.base(at)) {
        case "conj" -> {
          // With a subject of its own it goes on with the main clause, not with an infinitive.
          while (finite
              && tree.head(head) != NONE
              && Clauses.ownSubject(tree, at) != NONE
              && Clauses.isVerb(tree, head)
              && !Clauses.isFinite(tree, head)) {
            head = tree.head(head);
          }
          if (finite) {
            sharedCondition(head);
          }
          if ((!finite || sharesModal(at, head)) && Clauses.isPredicate(tree, head)) {
            clause(head);
          } else if (!Clauses.isPredicate(tree, head)) {
            return;
          }
        }
        case "ccomp", "xcomp", "csubj" -> {
          embed(at, head, finite);
          // "The aim is to sell": what a thing is to be is still to come.
          if (tree.lemma(head).equals("be") && Clauses.isInfinitive(tree, at)) {
            findings.add(Effect.FUTURE, "to");
          }
          if (finite && ReportingWords.kind(tree, head) != null) {
            negatedReport(head);
            return;
          }
          // "It does not mean that": neither so nor not so.
          if (finite && isNegated(head)) {
            findings.add(Effect.HEDGED, tree.form(head));
            return;
          }
          if (!climbInto(head)) {
            return;
          }
        }
        case "acl" -> {
          if (tree.relation(at).equals("acl:relcl") && !isPurpose(at, head)) {
            return;
          }
          boolean complement = tree.hasChild(at, "mark", "case") || Clauses.isInfinitive(tree, at);
          Effect effect = FactualityWords.embedding(tree, head, finite);
          if (!complement || effect == null) {
            if (Clauses.isInfinitive(tree, at)) {
              findings.add(Effect.FUTURE, "to");
            } else if (complement && !finite && PART.contains(marker(at))) {
              // "Hopes to take a part in building it": as open as the part that is taken.
              climbFromNoun(head);
            } else if (tree.hasRelation(head, "obj") && tree.xpos(at).equals("VBG")) {
              // "Depicts ships attacking".
              depicted(tree.head(head));
            }
            return;
          }
          // "No doubt that" is a plain statement.
          boolean doubtless = DOUBTS.contains(tree.lemma(head)) && isWithout(head);
          if (!doubtless) {
            add(effect, head);
            determiner(head);
          }
          climbFromNoun(head);
          return;
        }
        case "advcl", "obl", "nmod" -> {
          if (!climbAdverbial(at, head, finite)) {
            return;
          }
        }
        default -> {
          return;
        }
      }
      at = head;
    }
  }

  private void depicted(int verb) {
    boolean open = FactualityWords.embedding(tree, verb, false) == Effect.CONDITIONAL;
    add(open ? Effect.CONDITIONAL : null, verb);
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
    int mark = tree.hasRelation(first, "advcl") ? tree.child(first, "mark") : NONE;
    if (mark != NONE && FactualityWords.clause(tree.lemma(mark), "mark") == Effect.CONDITIONAL) {
      add(Effect.CONDITIONAL, mark);
    }
  }

  /** "Could build a bomb and hit them": of some verbs the tagger cannot tell the infinitive. */
  private boolean sharesModal(int verb, int first) {
    return tree.xpos(verb).equals("VBD")
        && tree.form(verb).equals(tree.lemma(verb))
        && Clauses.ownSubject(tree, verb) == NONE
        && tree.xpos(first).equals("VB");
  }

  /** Adverbial clauses and gerunds under prepositions; whether to climb on. */
  private boolean climbAdverbial(int at, int head, boolean finite) {
    if (finite) {
      return false;
    }
    String marker = marker(at);
    if (OPPOSING.contains(marker)) {
      // As a subordinator it has counted already, as a word of the clause.
      if (!tree.hasChild(at, "mark")) {
        findings.add(Effect.NEGATED, marker.replace('_', ' '));
      }
      return false;
    }
    Effect effect = FactualityWords.embedding(tree, head, false);
    if (Clauses.isInfinitive(tree, at)) {
      if (effect != null) {
        add(effect, head);
        return climbInto(head);
      }
      if (FactualityWords.TRANSPARENT.contains(tree.lemma(head))) {
        return climbInto(head);
      }
      int object = tree.child(head, "obj");
      if (object != NONE && FactualityWords.embedding(tree, object, false) != null) {
        determiner(object);
      }
      findings.add(Effect.FUTURE, "to");
      if (tree.is(head, "ADJ")) {
        // "It would be wrong for them to help".
        openOf(head, false);
      }
      return false;
    }
    boolean reason = marker.equals("for") && effect == Effect.NEGATED;
    if (COMPLEMENT_PREPOSITIONS.contains(marker) && effect != null && !reason) {
      add(effect, head);
      if (!Clauses.isPredicate(tree, head)) {
        climbFromNoun(head);
        return false;
      }
      return climbInto(head);
    }
    boolean sameTime = marker.isEmpty() || marker.equals("by") || marker.equals("while");
    if (sameTime || !Clauses.isPredicate(tree, head)) {
      return sameTime && climbInto(head);
    }
    if (IN_TURN.contains(marker) || CHOSEN.contains(marker)) {
      // What comes before an act that is open is open too, and what it is chosen from.
      FactualityRules main = new FactualityRules(tree, head);
      main.clause(head);
      findings.addOpenOf(main.findings);
    }
    return false;
  }

  private String marker(int clause) {
    String preposition = Clauses.preposition(tree, clause);
    if (!preposition.isEmpty()) {
      return preposition;
    }
    int mark = tree.child(clause, "mark");
    return mark == NONE || tree.xpos(mark).equals("TO") ? "" : tree.lemma(mark);
  }

  private void climbFromNoun(int start) {
    int at = start;
    while (tree.head(at) != NONE) {
      int head = tree.head(at);
      String relation = tree.base(at);
      if (relation.equals("conj") && !Clauses.isPredicate(tree, head)) {
        nominal(head);
      } else if (relation.equals("nmod") || relation.equals("acl")) {
        Effect effect = isApart(at) ? null : FactualityWords.embedding(tree, head, false);
        if (effect == null) {
          if (at == start && isIndefinite(at) && tree.hasRelation(head, "obl")) {
            // "They will not act in reaction to a strike": nobody says that there was one.
            openOf(tree.head(head), true);
          }
          return;
        }
        add(effect, head);
        nominal(head);
      } else if (Clauses.isPredicate(tree, head)) {
        if (underPredicate(at, head, relation) && climbInto(head)) {
          climbFromClause(head);
        }
        return;
      } else {
        return;
      }
      at = head;
    }
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
        add(effect, head);
        return true;
      }
      return relation.equals("obj")
              && WordLists.LIGHT_VERBS.contains(lemma)
              && !WordLists.ENDING_VERBS.contains(lemma)
          || relation.equals("nsubj") && WordLists.LIGHT_VERBS.contains(lemma);
    }
    boolean besides = BESIDES.contains(Clauses.preposition(tree, noun));
    if (relation.equals("obl") && isIndefinite(noun) && !besides) {
      openOf(head, true);
    }
    if (!relation.equals("nsubj")) {
      return false;
    }
    if (HAPPENING.contains(lemma)) {
      return true;
    }
    // "Talks are the only way": what is said to be an option or a goal is not said to take place.
    if (tree.hasChild(head, "cop") && tree.is(head, "NOUN") && !tree.hasChild(noun, "det")) {
      add(FactualityWords.embedding(tree, head, false), head);
    }
    openOf(head, isIndefinite(noun));
    return false;
  }

  /** A strike, any strikes, strikes: whether nobody says that there was one. */
  private boolean isIndefinite(int noun) {
    int determiner = tree.child(noun, "det");
    return determiner == NONE
        ? tree.xpos(noun).equals("NNS") && !tree.hasChild(noun, "nmod:poss", "det:predet")
        : Set.of("a", "an", "any").contains(tree.lemma(determiner));
  }

  private void openOf(int verb, boolean future) {
    FactualityRules rules = new FactualityRules(tree, verb);
    rules.clause(verb);
    boolean open =
        rules.findings.has(Effect.CONDITIONAL)
            || rules.findings.has(Effect.ABLE)
            || future && rules.findings.has(Effect.FUTURE)
            || rules.findings.has(Effect.WOULD);
    if (open) {
      findings.add(Effect.CONDITIONAL, firstModal(verb));
    }
  }

  private String firstModal(int verb) {
    int modal = tree.child(verb, "aux");
    return modal == NONE ? "if" : tree.form(modal);
  }

  private boolean isWithout(int noun) {
    int determiner = tree.child(noun, "det", "neg");
    return determiner != NONE && tree.lemma(determiner).equals("no");
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
      add(obliged ? Effect.DEMANDED : null, head);
      if (object != NONE) {
        determiner(object);
      }
      return;
    }
    boolean ofOthers = object != NONE || Clauses.ownSubject(tree, complement) != NONE;
    if (effect == Effect.FUTURE && ofOthers && tree.lemma(head).equals("want")) {
      effect = Effect.DEMANDED;
    }
    boolean asksWhether = effect == Effect.DEMANDED && finite && findings.has(Effect.QUESTIONED);
    add(asksWhether ? Effect.QUESTIONED : effect, head);
  }

  /** Goes on to the clause of a governing word: its own modality holds for its complement too. */
  private boolean climbInto(int head) {
    if (!Clauses.isPredicate(tree, head)) {
      return false;
    }
    clause(head);
    return true;
  }

  /** "Do not believe that": the belief is denied, and with it the act. */
  private void negatedReport(int cue) {
    if (FactualityWords.isFinding(tree, cue) && (isNegated(cue) || isOfNothingSeen(cue))) {
      findings.add(Effect.CONDITIONAL, tree.form(cue));
      return;
    }
    int above = tree.head(cue);
    boolean denied =
        tree.is(cue, "NOUN")
            && tree.hasRelation(cue, "obj")
            && FactualityWords.embedding(tree, above, false) == Effect.NEGATED;
    if (denied) {
      add(Effect.NEGATED, above);
    }
    boolean believed = FactualityWords.embedding(tree, cue, true) == Effect.HEDGED;
    boolean denies = FactualityWords.embedding(tree, cue, true) == Effect.NEGATED;
    if (!believed && !denies) {
      return;
    }
    if (isNegated(cue)) {
      findings.add(Effect.NEGATED, tree.form(cue));
    }
  }

  /** "Have not seen anything showing that". */
  private boolean isOfNothingSeen(int participle) {
    int noun = tree.hasRelation(participle, "acl") ? tree.head(participle) : NONE;
    while (noun != NONE && tree.hasRelation(noun, "conj")) {
      noun = tree.head(noun);
    }
    return noun != NONE
        && (isWithout(noun) || tree.hasRelation(noun, "obj") && isNegated(tree.head(noun)));
  }

  private boolean isNegated(int verb) {
    for (int child : tree.children(verb)) {
      String word = tree.form(child).toLowerCase(Locale.ROOT);
      if (FactualityWords.clause(word, "adverb") == Effect.NEGATED && !isNotOnly(child)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Would is the future of the past where somebody is said to be about to act, and a condition
   * where a thing would have an effect or a condition is named.
   */
  private void decideWould(int predicate) {
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

  private boolean endsWithQuestionMark() {
    for (int i = tree.size() - 1; i >= 0 && tree.is(i, "PUNCT"); i--) {
      if (tree.form(i).startsWith("?")) {
        return true;
      }
    }
    return false;
  }

  private void add(Effect effect, int token) {
    findings.add(effect, tree.form(token));
  }
}
