package org.tensiometer.app.process;

import org.tensiometer.app.Settings;
import org.tensiometer.sink.alerts.AlertSink;
import org.tensiometer.sink.indicators.IndicatorSink;
import org.tensiometer.wire.HandoverChanges;

/**
 * What subscribers would be told if a generation became the live one now, by the comparison that
 * the sinks make when they go over to it.
 *
 * @param days of the series of indicators
 * @param alerts of the topic of all alerts
 */
public record PlannedHandover(HandoverChanges days, HandoverChanges alerts) {

  /** To the generation of these settings. */
  public static PlannedHandover to(Settings settings) {
    return new PlannedHandover(
        IndicatorSink.planHandOver(settings.topics(), settings.clients()),
        AlertSink.planHandOver(settings.topics(), settings.clients()));
  }
}
