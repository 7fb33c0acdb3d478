package org.tensiometer.app.command;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.tension.config.TensionConfig;
import picocli.CommandLine.Option;

/** The operator's own data files of indicator and alert rule. */
final class TensionOption {

  @Option(
      names = "--tension",
      paramLabel = "DIR",
      description =
          "Folder with data files of indicator and alert rule (outlets.tsv, tension.properties"
              + " ...) in place of those that come with it.")
  private String folder;

  static TensionConfig tension(Configuration configuration) {
    Optional<String> folder = configuration.find(Setting.TENSION);
    if (folder.isEmpty()) {
      return TensionConfig.defaults();
    }
    Path path = Path.of(folder.get());
    if (!Files.isDirectory(path)) {
      throw configuration.fault(Setting.TENSION, "names no folder: " + path, null);
    }
    try {
      return TensionConfig.load(path);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw UserError.environment(path + ": " + e.getMessage(), e);
    }
  }
}
