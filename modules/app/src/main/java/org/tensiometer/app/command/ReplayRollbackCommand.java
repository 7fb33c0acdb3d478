package org.tensiometer.app.command;

import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.report.ReplayReport;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.wire.generations.Generations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes back to the generation that was live before. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Make the generation live that was so before the last promotion.",
    footer = {"", "Example:", "  tensiometer replay rollback --dry-run"})
final class ReplayRollbackCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;
  @Mixin private DryRunOption dryRun;

  ReplayRollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = connection.settings();
    Preparation.ensureTopics(ReplayedGeneration.live(settings), Routes.NONE);
    Generations generations = ReplayedGeneration.pointers(settings);
    GenerationPointer pointer =
        generations.live().filter(live -> live.getPrevious() != null).orElse(null);
    if (pointer == null) {
      if (dryRun.isGiven()) {
        console.out().println("No generation was promoted, so there is none to go back to.");
        return 0;
      }
      throw UserError.environment(
          "no generation was promoted, so there is none to go back to", null);
    }
    Settings previous = settings.ofGeneration(pointer.getPrevious());
    ReplayedGeneration.requireThere(previous);
    if (!dryRun.isGiven()) {
      generations.promote(pointer.getPrevious());
    }
    new ReplayReport(console, output.isJson())
        .live(pointer.getPrevious(), pointer.getGeneration(), 0, dryRun.isGiven());
    return 0;
  }
}
