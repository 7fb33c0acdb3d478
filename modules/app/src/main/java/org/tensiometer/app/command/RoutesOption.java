package org.tensiometer.app.command;

import java.nio.file.Path;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.sink.alerts.Routes;
import picocli.CommandLine.Option;

/** The operator's routes of alerts. */
final class RoutesOption {

  @Option(
      names = "--routes",
      paramLabel = "FILE",
      description = "Routes of alerts (JSON); without it all go to tensiometer.live-alerts alone.")
  private String file;

  static Routes routes(Configuration configuration) {
    try {
      return configuration
          .find(Setting.ROUTES)
          .map(file -> Routes.read(Path.of(file)))
          .orElse(Routes.NONE);
    } catch (IllegalArgumentException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }
}
