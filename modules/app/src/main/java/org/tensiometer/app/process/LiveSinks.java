package org.tensiometer.app.process;

import org.tensiometer.app.Settings;
import org.tensiometer.sink.alerts.AlertSink;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.sink.indicators.IndicatorSink;

/**
 * The sinks that are shipped. Each first brings what is published to the generation of its
 * settings, if it forwarded another one before; so none of its name may be at work yet.
 */
public final class LiveSinks {

  private LiveSinks() {}

  /**
   * Starts the sink of alerts.
   *
   * @param instance tells the processes of the sink apart, the same after a restart
   */
  public static Sink alerts(Settings live, Routes routes, String instance) {
    AlertSink.handOver(live.topics(), routes, instance, live.clients());
    return Sink.start(AlertSink.create(live.topics(), routes, instance, live.clients()));
  }

  /** Starts the sink of indicators. */
  public static Sink indicators(Settings live, String instance) {
    IndicatorSink.handOver(live.topics(), instance, live.clients());
    return Sink.start(IndicatorSink.create(live.topics(), instance, live.clients()));
  }
}
