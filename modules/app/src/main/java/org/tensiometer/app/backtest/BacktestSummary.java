package org.tensiometer.app.backtest;

import java.nio.file.Path;
import java.util.Locale;
import org.tensiometer.app.report.Json;

/**
 * What a backtest came to.
 *
 * @param events rows that were read
 * @param badRows rows that were left out
 * @param pairs pairs of the series
 * @param days days of each pair
 * @param scoreAlerts alerts of the score
 * @param eventAlerts alerts of single grave events
 * @param series file of the scores
 * @param alerts file of the alerts, null if none was wanted
 */
public record BacktestSummary(
    int events,
    int badRows,
    int pairs,
    int days,
    long scoreAlerts,
    long eventAlerts,
    Path series,
    Path alerts) {

  /** In one sentence. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s: %,d pairs, %,d days each. Alerts: %,d of the score, %,d of single grave events%s.",
        series,
        pairs,
        days,
        scoreAlerts,
        eventAlerts,
        alerts == null ? " (--alerts writes them)" : " (" + alerts + ")");
  }

  /** As one JSON object. */
  public String json() {
    return Json.of(
        to -> {
          to.writeNumberField("events", events);
          to.writeNumberField("bad_rows", badRows);
          to.writeNumberField("pairs", pairs);
          to.writeNumberField("days", days);
          to.writeNumberField("score_alerts", scoreAlerts);
          to.writeNumberField("event_alerts", eventAlerts);
          to.writeStringField("series", series.toString());
          to.writeStringField("alerts", alerts == null ? null : alerts.toString());
        });
  }
}
