package org.tensiometer.app.command;

import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.report.ReplayReport;
import org.tensiometer.operations.generations.Removal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a generation away that is not live. */
@Command(
    name = "drop",
    mixinStandardHelpOptions = true,
    description = {
      "Delete the topics and offsets of a generation that is not live. Its local state is the",
      "folder of its application id in the state folder."
    },
    footer = {"", "Example:", "  tensiometer replay drop --generation g2 --dry-run"})
final class ReplayDropCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;
  @Mixin private DryRunOption dryRun;

  ReplayDropCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = ReplayedGeneration.of(connection);
    Removal removal = Removal.ofAll(settings.clients(), settings.topics());
    new ReplayReport(console, output.isJson())
        .dropped(
            settings.topics().generation(),
            dryRun.isGiven() ? removal.plan() : removal.remove(),
            dryRun.isGiven());
    if (!dryRun.isGiven()) {
      ReplayedGeneration.pointers(settings).forget(settings.topics().generation());
    }
    return 0;
  }
}
