package org.tensiometer.app.command;

import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.GenerationStanding;
import org.tensiometer.app.process.PlannedHandover;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.report.ReplayReport;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.wire.generations.Generations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes back to the generation that was live before. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Make the generation live that was so before the last promotion, also if its topology does",
      "not run or has not read everything; that is said."
    },
    footer = {"", "Example:", "  tensiometer replay rollback --help"})
final class ReplayRollbackCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;
  @Mixin private DryRunOption dryRun;

  @Option(
      names = "--force",
      description = "Even to a generation that has read nothing, which withdraws everything.")
  private boolean force;

  ReplayRollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = connection.settings();
    Preparation.requireAnswers(settings);
    Generations generations = ReplayedGeneration.pointers(settings);
    GenerationPointer pointer =
        generations
            .live()
            .filter(live -> live.getPrevious() != null)
            .orElseThrow(
                () ->
                    UserError.environment(
                        "no generation was promoted, so there is none to go back to", null));
    Settings previous = Preparation.withOwnClaims(settings.ofGeneration(pointer.getPrevious()));
    ReplayedGeneration.requireThere(previous);
    GenerationStanding standing = GenerationStanding.of(previous);
    if (standing.empty() && !force) {
      throw UserError.environment(
          String.format(
              "%s has read nothing, and everything that is published would be withdrawn; start"
                  + " stream --generation %s with its lexicon first, or go back with --force",
              pointer.getPrevious(), pointer.getPrevious()),
          null);
    }
    ReplayReport report = new ReplayReport(console, output.isJson());
    if (dryRun.isGiven()) {
      report.wouldBeLive(
          pointer.getPrevious(), pointer.getGeneration(), standing, PlannedHandover.to(previous));
    } else {
      generations.promote(pointer.getPrevious());
      report.live(pointer.getPrevious(), pointer.getGeneration(), standing);
    }
    return 0;
  }
}
