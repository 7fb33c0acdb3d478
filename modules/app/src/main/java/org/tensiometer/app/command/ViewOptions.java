package org.tensiometer.app.command;

import java.util.Optional;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.embedded.Ports;
import org.tensiometer.view.View;
import org.tensiometer.view.ViewPortTakenException;
import picocli.CommandLine.Option;

/** Where the live view listens. */
final class ViewOptions {

  @Option(
      names = "--view-host",
      paramLabel = "ADDRESS",
      description =
          "Address the live view listens on. Default: 127.0.0.1, this machine only; 0.0.0.0 lets"
              + " others in, without a password.")
  private String host;

  @Option(
      names = "--view-port",
      paramLabel = "PORT",
      description = "Port of the live view. Default: 8080, or a free one if that is taken.")
  private String port;

  /**
   * Starts the view.
   *
   * @param again the port that it had before; empty at first
   * @throws UserError if the address asked for cannot be listened on
   */
  static View start(
      Configuration configuration, Optional<Integer> again, Settings settings, Console console) {
    String host = configuration.text(Setting.VIEW_HOST);
    Optional<Integer> port = again.or(() -> port(configuration));
    try {
      return start(host, port.orElse(View.DEFAULT_PORT), settings);
    } catch (ViewPortTakenException e) {
      if (port.isPresent()) {
        throw UserError.environment(e.getMessage(), e);
      }
      console.progress("Port " + View.DEFAULT_PORT + " is taken; the live view takes a free one.");
      return startAnywhere(host, settings);
    }
  }

  private static View startAnywhere(String host, Settings settings) {
    try {
      return start(host, 0, settings);
    } catch (ViewPortTakenException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }

  private static View start(String host, int port, Settings settings) {
    return View.start(host, port, settings.clients(), settings.topics());
  }

  private static Optional<Integer> port(Configuration configuration) {
    Optional<Integer> port = configuration.number(Setting.VIEW_PORT);
    if (port.isPresent() && (port.get() < 0 || port.get() > Ports.MAX)) {
      throw configuration.fault(
          Setting.VIEW_PORT,
          "needs a port between 1 and " + Ports.MAX + ", or 0 for any free one",
          null);
    }
    return port;
  }
}
