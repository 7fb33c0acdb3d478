package org.tensiometer.view.state;

import org.tensiometer.contracts.Baseline;

/**
 * What is usual for a pair, on the scale of the level.
 *
 * @param low one standard deviation below the mean of the baseline
 * @param high one above
 * @param far three above, from where on the shipped rule raises alerts
 */
public record UsualBand(double low, double high, double far) {

  private static final double SD_FLOOR = 1;
  private static final double FAR = 3;

  static UsualBand of(Baseline baseline, LevelScale scale) {
    if (baseline == null) {
      return null;
    }
    double mean = baseline.getMean();
    double sd = Math.max(baseline.getSd(), SD_FLOOR);
    return new UsualBand(
        scale.levelOf(mean - sd), scale.levelOf(mean + sd), scale.levelOf(mean + FAR * sd));
  }
}
