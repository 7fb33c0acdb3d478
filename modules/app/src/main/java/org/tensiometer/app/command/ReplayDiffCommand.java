package org.tensiometer.app.command;

import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.report.DiffReport;
import org.tensiometer.operations.generations.Comparison;
import org.tensiometer.operations.generations.GenerationDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares a generation with the live one. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compare the last records of each pair and day of the live generation and the one named,",
      "and say what changed and why."
    },
    footer = {"", "Example:", "  tensiometer replay diff --generation g2"})
final class ReplayDiffCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "40",
      description = "Rows shown, largest changes first. Default: ${DEFAULT-VALUE}.")
  private int limit;

  ReplayDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = ReplayedGeneration.of(connection);
    GenerationDiff diff =
        new Comparison(
                settings.clients(), ReplayedGeneration.live(settings).topics(), settings.topics())
            .diff(ReplayedGeneration.pointers(settings).isPartial(settings.topics().generation()));
    DiffReport report = new DiffReport(console);
    if (output.isJson()) {
      report.json(diff);
    } else {
      report.text(diff, limit);
    }
    return 0;
  }
}
