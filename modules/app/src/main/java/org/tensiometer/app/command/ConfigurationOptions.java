package org.tensiometer.app.command;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.tensiometer.app.Logging;
import org.tensiometer.app.Tensiometer;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * Makes the settings of a command: its file, the environment, and those of its flags that set
 * something. Commands and mixins inherit it; their flags are declared for help and read from here.
 */
class ConfigurationOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"--config", "--command-config"},
      paramLabel = "FILE",
      description =
          "Properties file with settings, also Kafka's own. Default: TENSIOMETER_CONFIG names it;"
              + " else none.")
  private Path file;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      description = "Log and progress as text, or as json, one object a line. Default: text.")
  private String logFormat;

  /**
   * What holds for this invocation; the log takes its form from it.
   *
   * @throws org.tensiometer.app.UserError for a setting that is unknown, wrong or set twice
   */
  final Configuration configuration() {
    Tensiometer program = (Tensiometer) command.root().userObject();
    Configuration configuration = Configuration.load(file, program.environment(), flags());
    switch (configuration.text(Setting.LOG_FORMAT)) {
      case "text" -> {}
      case "json" -> Logging.asJson();
      default ->
          throw configuration.fault(
              Setting.LOG_FORMAT, "is no form; right are text and json", null);
    }
    return configuration;
  }

  private Map<Setting, String> flags() {
    ParseResult parsed = command.commandLine().getParseResult();
    Map<Setting, String> flags = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      OptionSpec option = parsed.matchedOption(setting.flag());
      if (option != null) {
        flags.put(setting, option.originalStringValues().get(0));
      }
    }
    return flags;
  }
}
