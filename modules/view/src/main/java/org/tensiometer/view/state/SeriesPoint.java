package org.tensiometer.view.state;

import java.time.LocalDate;
import org.tensiometer.contracts.TensionIndicator;

/**
 * One day of a pair, as much of it as is drawn.
 *
 * @param day UTC
 * @param level 0 to 100
 * @param score standard deviations from the pair's own past; null in WARMUP
 * @param status how far the score can be trusted
 * @param band what was usual on that day, on the scale of the level; null in WARMUP
 * @param events of the seven days
 * @param alertId the alert that was open; null without one
 * @param alertFirstDay its first day; null without one
 * @param tier of that alert, 0 without one
 */
public record SeriesPoint(
    LocalDate day,
    double level,
    Double score,
    String status,
    UsualBand band,
    long events,
    String alertId,
    LocalDate alertFirstDay,
    int tier) {

  static SeriesPoint of(TensionIndicator indicator, LevelScale scale) {
    return new SeriesPoint(
        indicator.getDay(),
        indicator.getLevel(),
        indicator.getScore(),
        indicator.getStatus().name(),
        UsualBand.of(indicator.getBaseline(), scale),
        indicator.getClusters(),
        indicator.getAlertId(),
        indicator.getAlertFirstDay(),
        indicator.getTier());
  }
}
