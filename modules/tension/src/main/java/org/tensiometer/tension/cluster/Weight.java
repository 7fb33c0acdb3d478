package org.tensiometer.tension.cluster;

import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.tension.config.FactualityWeights;

/**
 * What one claim weighs (F1, F2).
 *
 * @param quad class it counts in
 * @param micros severity times factuality weight, millionths, rounded half up
 * @param netMicros the same with the sign of the intensity
 */
record Weight(QuadClass quad, long micros, long netMicros) {

  private static final long MICROS = 1_000_000;

  /** The weight, or null of a claim that counts in the split by factuality only. */
  static Weight of(PairContribution claim, FactualityWeights weights) {
    FactualityWeights.Weight factuality = weights.of(claim.getFactuality());
    if (claim.getHistorical() || factuality.micros() == 0) {
      return null;
    }
    long severity = Math.min(Math.abs(claim.getIntensityMicros()), MICROS);
    long micros = (severity * factuality.micros() + MICROS / 2) / MICROS;
    QuadClass quad = factuality.verbal() ? verbal(claim.getQuad()) : claim.getQuad();
    return new Weight(quad, micros, claim.getIntensityMicros() < 0 ? -micros : micros);
  }

  private static QuadClass verbal(QuadClass quad) {
    return switch (quad) {
      case VERBAL_COOPERATION, MATERIAL_COOPERATION -> QuadClass.VERBAL_COOPERATION;
      case VERBAL_CONFLICT, MATERIAL_CONFLICT -> QuadClass.VERBAL_CONFLICT;
    };
  }
}
