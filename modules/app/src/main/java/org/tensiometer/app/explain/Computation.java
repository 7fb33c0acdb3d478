package org.tensiometer.app.explain;

import java.util.Optional;
import java.util.stream.Stream;
import org.tensiometer.contracts.QuadTotals;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.WindowTotals;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.tension.config.Thresholds;

/**
 * How score and level of a record come from its week (F5, F7).
 *
 * @param week conflict severity of the seven days, both directions, in maximal events
 * @param stabilised 2 * sqrt(2 * week + 3/8) (Anscombe 1948)
 * @param thresholds those the record was computed with; empty if this version does not know them
 */
record Computation(double week, double stabilised, Optional<Thresholds> thresholds) {

  private static final double MICROS = 1e6;

  static Computation of(TensionIndicator indicator) {
    double week = conflictMicros(indicator.getWindow7d()) / MICROS;
    Optional<Thresholds> thresholds =
        Stream.of(TensionConfig.defaults(), TensionConfig.eventData())
            .filter(config -> config.hash().equals(indicator.getConfigHash()))
            .map(TensionConfig::thresholds)
            .findFirst();
    return new Computation(week, 2 * Math.sqrt(2 * week + 3.0 / 8), thresholds);
  }

  static long conflictMicros(WindowTotals window) {
    QuadTotals severity = window.getPair().getSeverityMicros();
    return severity.getVerbalConflict() + severity.getMaterialConflict();
  }

  static long conflictEvents(WindowTotals window) {
    QuadTotals events = window.getPair().getClusters();
    return events.getVerbalConflict() + events.getMaterialConflict();
  }
}
