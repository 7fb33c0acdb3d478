package org.tensiometer.coding;

import java.util.List;
import java.util.Objects;
import org.tensiometer.contracts.Actor;

/**
 * How sure a coding is: the confidence of the rule times that of the less sure party, brought to
 * the scale of what was found right on labelled sentences ({@code docs/quality/reliability.py}).
 */
final class Confidence {

  /** Below this a pair is as often wrong as right: the target is left unknown. */
  private static final double LEAST = 0.45;

  private static final double INTERCEPT = 0.23;
  private static final double SLOPE = 0.6;

  private Confidence() {}

  /**
   * The share of codings of this kind that are right.
   *
   * @param product confidence of the rule times that of the parties, 0 to 1
   */
  static double calibrated(double product) {
    return INTERCEPT + SLOPE * product;
  }

  /** The targets, without their countries where it is too unsure that the act was done to them. */
  static List<Actor> sureTargets(List<Actor> targets, double product) {
    if (product >= LEAST || targets.stream().allMatch(actor -> actor.getCountry() == null)) {
      return targets;
    }
    return targets.stream()
        .filter(Objects::nonNull)
        .map(actor -> Actor.newBuilder(actor).setCountry(null).setSector(null).setVia(null).build())
        .toList();
  }
}
