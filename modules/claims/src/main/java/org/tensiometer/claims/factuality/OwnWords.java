package org.tensiometer.claims.factuality;

import static org.tensiometer.claims.grammar.SentenceTree.NONE;

import java.util.Locale;
import java.util.Set;
import org.tensiometer.claims.grammar.Clauses;
import org.tensiometer.claims.grammar.SentenceTree;

/** What a predicate's own clause, or the phrase of a noun of action, says of its factuality. */
final class OwnWords {

  private static final Set<String> LIMITING = Set.of("only", "just", "merely", "simply");
  private static final Set<String> NEGATIVE = Set.of("nor", "neither", "not", "so");

  private final SentenceTree tree;
  private final Findings findings;

  /**
   * @param findings what is found is added to these
   */
  OwnWords(SentenceTree tree, Findings findings) {
    this.tree = tree;
    this.findings = findings;
  }

  /** Auxiliaries, adverbs, negation and subordinator of a clause. */
  void clause(int verb) {
    for (int child : tree.children(verb)) {
      String word = tree.form(child).toLowerCase(Locale.ROOT);
      switch (tree.base(child)) {
        case "aux" -> auxiliary(verb, word, child);
        case "advmod", "cc" -> adverb(word, child);
        case "mark" -> findings.add(FactualityWords.clause(word, "mark"), child);
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
        findings.add(Effect.FUTURE, child);
      }
    }
    // The auxiliary of a copular clause may hang on the copula, "is to meet" on the verb.
    if (tree.relation(verb).equals("root") && endsWithQuestionMark()) {
      findings.add(Effect.QUESTIONED, "?");
    }
  }

  private void auxiliary(int verb, String word, int token) {
    boolean condition = Clauses.INVERTING.contains(word) && isInverted(verb, token);
    findings.add(condition ? Effect.CONDITIONAL : FactualityWords.clause(word, "aux"), token);
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
      findings.add(FactualityWords.clause(word, "adverb"), token);
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
        findings.add(Effect.CONDITIONAL, child);
      }
    }
    conditionalMark(subordinate);
  }

  /** "If", where the clause of this predicate has it. */
  void conditionalMark(int verb) {
    int mark = tree.child(verb, "mark");
    if (mark != NONE && FactualityWords.clause(tree.lemma(mark), "mark") == Effect.CONDITIONAL) {
      findings.add(Effect.CONDITIONAL, mark);
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

  /** The determiner of a noun: "no talks". */
  void determiner(int noun) {
    int determiner = tree.child(noun, "det", "neg");
    if (determiner != NONE) {
      findings.add(FactualityWords.clause(tree.lemma(determiner), "determiner"), determiner);
    }
  }

  /** "Neither Chile nor Peru signed". */
  private void neither(int subject) {
    for (int child : tree.children(subject)) {
      if (tree.lemma(child).equals("neither") && !tree.hasRelation(child, "det", "neg")) {
        findings.add(Effect.NEGATED, child);
      }
    }
  }

  /** Determiner, adjectives and preposition of a noun of action. */
  void nominal(int noun) {
    determiner(noun);
    for (int child : tree.children(noun)) {
      if (tree.hasRelation(child, "amod")) {
        findings.add(
            FactualityWords.clause(tree.form(child).toLowerCase(Locale.ROOT), "modifier"), child);
      } else if (tree.hasRelation(child, "case")) {
        findings.add(FactualityWords.clause(tree.lemma(child), "case"), child);
      }
    }
  }

  /** What the own clause of this verb says, whatever embeds it. */
  static Findings of(SentenceTree tree, int verb) {
    Findings found = new Findings(tree);
    new OwnWords(tree, found).clause(verb);
    return found;
  }

  /**
   * Adds that the act is open where the clause of this verb leaves its own open.
   *
   * @param future whether what is still to come counts as open
   */
  void openOf(int verb, boolean future) {
    Findings ofVerb = of(tree, verb);
    boolean open =
        ofVerb.has(Effect.CONDITIONAL)
            || ofVerb.has(Effect.ABLE)
            || future && ofVerb.has(Effect.FUTURE)
            || ofVerb.has(Effect.WOULD);
    if (open) {
      findings.add(Effect.CONDITIONAL, firstModal(verb));
    }
  }

  private String firstModal(int verb) {
    int modal = tree.child(verb, "aux");
    return modal == NONE ? "if" : tree.form(modal);
  }

  boolean isNegated(int verb) {
    for (int child : tree.children(verb)) {
      String word = tree.form(child).toLowerCase(Locale.ROOT);
      if (FactualityWords.clause(word, "adverb") == Effect.NEGATED && !isNotOnly(child)) {
        return true;
      }
    }
    return false;
  }

  boolean isWithout(int noun) {
    int determiner = tree.child(noun, "det", "neg");
    return determiner != NONE && tree.lemma(determiner).equals("no");
  }

  private boolean endsWithQuestionMark() {
    for (int i = tree.size() - 1; i >= 0 && tree.is(i, "PUNCT"); i--) {
      if (tree.form(i).startsWith("?")) {
        return true;
      }
    }
    return false;
  }
}
