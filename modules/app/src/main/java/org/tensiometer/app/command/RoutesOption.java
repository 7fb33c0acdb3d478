package org.tensiometer.app.command;

import java.nio.file.Path;
import org.tensiometer.app.UserError;
import org.tensiometer.sink.alerts.Routes;
import picocli.CommandLine.Option;

/** The operator's routes of alerts. */
final class RoutesOption {

  @Option(
      names = "--routes",
      paramLabel = "FILE",
      description = "Routes of alerts (JSON); without it all go to tensiometer.live-alerts alone.")
  private Path file;

  Routes routes() {
    try {
      return file == null ? Routes.NONE : Routes.read(file);
    } catch (IllegalArgumentException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }
}
