package org.tensiometer.app.command;

import java.util.Optional;
import org.tensiometer.app.Console;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.ProcessMeters;
import org.tensiometer.embedded.Ports;
import org.tensiometer.metrics.Health;
import picocli.CommandLine.Option;

/** Where others read the meters of a process and how it is. */
final class MetricsOptions {

  @Option(
      names = "--metrics-host",
      paramLabel = "ADDRESS",
      description = "Address that metrics and health are served on. Default: 127.0.0.1.")
  private String host;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Serve /metrics for Prometheus, /livez and /readyz on this port, 0 for any free one."
              + " Default: none.")
  private String port;

  /**
   * Serves the meters of this process, if a port is set.
   *
   * @throws UserError if the address cannot be listened on
   */
  static Optional<ProcessMeters> start(
      Configuration configuration, Health health, Closing closing, Console console) {
    Optional<Integer> port = configuration.number(Setting.METRICS_PORT);
    if (port.isEmpty()) {
      return Optional.empty();
    }
    if (port.get() < 0 || port.get() > Ports.MAX) {
      throw configuration.fault(
          Setting.METRICS_PORT,
          "needs a port between 1 and " + Ports.MAX + ", or 0 for any free one",
          null);
    }
    try {
      ProcessMeters meters =
          closing.add(
              ProcessMeters.start(configuration.text(Setting.METRICS_HOST), port.get(), health));
      console.progress("Metrics at " + meters.url());
      return Optional.of(meters);
    } catch (IllegalStateException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }
}
