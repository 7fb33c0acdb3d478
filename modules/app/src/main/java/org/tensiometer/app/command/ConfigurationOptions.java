package org.tensiometer.app.command;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
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
      names = "--config",
      paramLabel = "FILE",
      description =
          "Properties file with settings, also Kafka's own. Default: TENSIOMETER_CONFIG names it;"
              + " else none.")
  private Path file;

  /**
   * What holds for this invocation.
   *
   * @throws org.tensiometer.app.UserError for a setting that is unknown or set twice
   */
  final Configuration configuration() {
    Tensiometer program = (Tensiometer) command.root().userObject();
    return Configuration.load(file, program.environment(), flags());
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
