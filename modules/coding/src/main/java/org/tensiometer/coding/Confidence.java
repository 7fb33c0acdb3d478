package org.tensiometer.coding;

import java.util.List;
import java.util.Objects;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.Token;

/**
 * How sure a coding is: the confidence of the rule times that of the less sure party, less where
 * parties stand far from the act or in a long sentence, where parsers err most (McDonald and Nivre
 * 2007), brought to the scale of what was found right on labelled sentences ({@code
 * docs/quality/reliability.py}). The values are data: {@code lexicon/confidence.tsv}.
 *
 * @param least below this product a pair is as often wrong as right: the target is left unknown
 * @param intercept of the line from the product to the share found right
 * @param slope of that line
 * @param pronoun factor where the target is a pronoun for a party named elsewhere
 * @param targetWords words between act and target up to which nothing is lost
 * @param sourceWords words between act and source up to which nothing is lost
 * @param sentenceWords words of a sentence up to which nothing is lost
 */
public record Confidence(
    double least,
    double intercept,
    double slope,
    double pronoun,
    double targetWords,
    double sourceWords,
    double sentenceWords) {

  /** The product for an act, 0 to 1. */
  double product(CodedAct act, Claim claim) {
    List<Token> tokens = claim.getTokens();
    int words = (int) tokens.stream().filter(Confidence::isWord).count();
    // Who was found beyond where the pattern looks has lost for that already.
    double rule = act.pattern().confidence();
    double near = rule * within(nearest(act.target(), claim), targetWords);
    double product = Math.min(act.confidence(), near) * within(words, sentenceWords);
    product *= within(nearest(act.source(), claim), sourceWords);
    return isOnPronoun(act, tokens) ? product * pronoun : product;
  }

  /** Whether the target, other than who acts, is nothing but pronouns. */
  private static boolean isOnPronoun(CodedAct act, List<Token> tokens) {
    return !act.target().isEmpty()
        && act.target().stream().allMatch(actor -> isPersonalPronoun(actor, tokens))
        && act.source().stream().noneMatch(actor -> isAmong(actor, act.target()));
  }

  private static boolean isAmong(Actor actor, List<Actor> actors) {
    return actors.stream().anyMatch(other -> other.getStart() == actor.getStart());
  }

  /**
   * The share of codings of this kind that are right.
   *
   * @param product see {@link #product}
   */
  double calibrated(double product) {
    return intercept + slope * product;
  }

  /** The targets, without their countries where it is too unsure that the act was done to them. */
  List<Actor> sureTargets(List<Actor> targets, double product) {
    if (product >= least || targets.stream().allMatch(actor -> actor.getCountry() == null)) {
      return targets;
    }
    return targets.stream()
        .filter(Objects::nonNull)
        .map(actor -> Actor.newBuilder(actor).setCountry(null).setSector(null).setVia(null).build())
        .toList();
  }

  private static double within(int words, double most) {
    return words <= most ? 1 : most / words;
  }

  /** Words between the predicate and the nearest of some parties of the same sentence. */
  private static int nearest(List<Actor> actors, Claim claim) {
    int start = claim.getPredicate().getStart();
    int end = claim.getPredicate().getEnd();
    return actors.stream()
        .filter(actor -> actor.getCountry() != null)
        .mapToInt(
            actor ->
                (int)
                    claim.getTokens().stream()
                        .filter(Confidence::isWord)
                        .filter(
                            token ->
                                token.getStart() >= end && token.getEnd() <= actor.getStart()
                                    || token.getStart() >= actor.getEnd()
                                        && token.getEnd() <= start)
                        .count())
        .min()
        .orElse(0);
  }

  private static boolean isWord(Token token) {
    return !token.getUpos().equals("PUNCT");
  }

  private static boolean isPersonalPronoun(Actor actor, List<Token> tokens) {
    return tokens.stream()
        .anyMatch(
            token ->
                token.getXpos().equals("PRP")
                    && token.getStart() == actor.getStart()
                    && token.getEnd() == actor.getEnd());
  }
}
