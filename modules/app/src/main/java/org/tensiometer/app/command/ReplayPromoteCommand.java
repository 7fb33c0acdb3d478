package org.tensiometer.app.command;

import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.Replay;
import org.tensiometer.app.report.ReplayReport;
import org.tensiometer.wire.generations.Generations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a generation the live one. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Make the generation named the live one. Sinks that run go over to it and publish only",
      "what differs."
    },
    footer = {"", "Example:", "  tensiometer replay promote --generation g2 --dry-run"})
final class ReplayPromoteCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;
  @Mixin private DryRunOption dryRun;

  @Option(names = "--force", description = "Even if it has not read everything yet.")
  private boolean force;

  ReplayPromoteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = ReplayedGeneration.of(connection);
    String generation = settings.topics().generation();
    long left = new Replay(settings, console::progress).left();
    if (left > 0 && !force && !dryRun.isGiven()) {
      throw UserError.environment(
          String.format(
              "%s has %,d records to read before it says what the live one says; replay start"
                  + " --generation %s goes on, --force promotes it as it is",
              generation, left, generation),
          null);
    }
    String before = ReplayedGeneration.live(settings).topics().generation();
    Generations generations = ReplayedGeneration.pointers(settings);
    if (generations.isPartial(generation) && !force && !dryRun.isGiven()) {
      throw UserError.environment(
          generation
              + " has read only a part of the claims and would withdraw all that follows from the"
              + " others; replay everything as another generation, or promote it with --force",
          null);
    }
    if (!dryRun.isGiven()) {
      generations.liveOrFirst(before);
      generations.promote(generation);
    }
    new ReplayReport(console, output.isJson()).live(generation, before, left, dryRun.isGiven());
    return 0;
  }
}
