package org.tensiometer.view.state;

import org.tensiometer.contracts.QuadTotals;
import org.tensiometer.contracts.TensionIndicator;

/**
 * Between the scales of an indicator: conflict severity of a week X, its stabilised form {@code
 * 2*sqrt(2X + 3/8)} that scores are computed in (F7), and the level {@code 100*X/(X + kappa)} that
 * people read (F5).
 *
 * @param kappa the severity of level 50
 */
record LevelScale(double kappa) {

  /** As the indicator is shipped. */
  static final LevelScale STANDARD = new LevelScale(5);

  private static final double ANSCOMBE = 3.0 / 8;
  private static final double MICROS = 1e6;

  /**
   * The scale of an indicator, which follows from its own numbers.
   *
   * @param otherwise where nothing happened and any scale fits
   */
  static LevelScale of(TensionIndicator indicator, LevelScale otherwise) {
    QuadTotals severity = indicator.getWindow7d().getPair().getSeverityMicros();
    double week = (severity.getVerbalConflict() + severity.getMaterialConflict()) / MICROS;
    double level = indicator.getLevel();
    return week > 0 && level > 0 && level < 100
        ? new LevelScale(week * (100 / level - 1))
        : otherwise;
  }

  /** The level of a stabilised weekly sum. */
  double levelOf(double stabilised) {
    double half = Math.max(0, stabilised) / 2;
    double week = Math.max(0, (half * half - ANSCOMBE) / 2);
    return 100 * week / (week + kappa);
  }
}
