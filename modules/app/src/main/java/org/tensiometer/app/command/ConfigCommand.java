package org.tensiometer.app.command;

import java.util.Arrays;
import java.util.Map;
import org.tensiometer.app.Console;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.report.Json;
import org.tensiometer.app.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows settings. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "show|keys",
    description = {
      "Show what is set, and what can be set.",
      "A flag stands above an environment variable, that above the file, that above the default."
    },
    footer = {"", "Example:", "  tensiometer config show --config client.properties"})
public final class ConfigCommand {

  private final Console console;

  public ConfigCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Each value that holds, with its origin; secrets are masked.",
      footer = {
        "",
        "Example:",
        "  tensiometer config show --config client.properties --output json"
      })
  int show(@Mixin ConnectionOptions connection, @Mixin OutputOption output) {
    Map<String, Configuration.Value> values = connection.configuration().masked();
    if (output.isJson()) {
      Json.print(
          console,
          to -> {
            to.writeArrayFieldStart("settings");
            for (Map.Entry<String, Configuration.Value> entry : values.entrySet()) {
              to.writeStartObject();
              to.writeStringField("key", entry.getKey());
              to.writeStringField("value", entry.getValue().text());
              to.writeStringField("origin", entry.getValue().origin());
              to.writeEndObject();
            }
            to.writeEndArray();
          });
      return 0;
    }
    Table table = new Table(console.screen(), "key", "value", "origin");
    values.forEach((key, value) -> table.row(key, value.text(), value.origin()));
    table.print(console.out());
    return 0;
  }

  @Command(
      name = "keys",
      mixinStandardHelpOptions = true,
      description = {
        "What can be set, beside Kafka's own settings, which go to its clients as they are."
      },
      footer = {"", "Example:", "  tensiometer config keys"})
  int keys() {
    Table table = new Table(console.screen(), "key", "flag", "default", "what");
    Arrays.stream(Setting.values())
        .forEach(
            setting ->
                table.row(
                    setting.key(),
                    setting.flag(),
                    setting.otherwise().orElse("-"),
                    setting.description()));
    table.print(console.out());
    console
        .out()
        .println(
            System.lineSeparator()
                + "As an environment variable: "
                + Setting.PARTITIONS.variable()
                + " for "
                + Setting.PARTITIONS.key()
                + ", "
                + Setting.BOOTSTRAP_SERVERS.variable()
                + " for "
                + Setting.BOOTSTRAP_SERVERS.key()
                + ".");
    return 0;
  }
}
