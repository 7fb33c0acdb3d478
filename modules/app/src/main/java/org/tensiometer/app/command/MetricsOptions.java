package org.tensiometer.app.command;

import java.util.Optional;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.ProcessMeters;
import org.tensiometer.embedded.Ports;
import org.tensiometer.topology.TensionStreams;
import picocli.CommandLine.Option;

/** Where Prometheus reads the meters of a process. */
final class MetricsOptions {

  @Option(
      names = "--metrics-host",
      paramLabel = "ADDRESS",
      description = "Address that metrics are served on. Default: 127.0.0.1.")
  private String host;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Serve metrics for Prometheus on this port, 0 for any free one. Default: none.")
  private String port;

  /**
   * Meters the topology, if a port is set.
   *
   * @throws UserError if the address cannot be listened on
   */
  static void start(
      Configuration configuration,
      Settings settings,
      TensionStreams topology,
      Closing closing,
      Console console) {
    Optional<Integer> port = configuration.number(Setting.METRICS_PORT);
    if (port.isEmpty()) {
      return;
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
              ProcessMeters.start(configuration.text(Setting.METRICS_HOST), port.get(), settings));
      meters.watch(topology);
      console.progress("Metrics at " + meters.url());
    } catch (IllegalStateException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }
}
