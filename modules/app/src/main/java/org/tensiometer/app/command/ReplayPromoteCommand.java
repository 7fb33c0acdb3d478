package org.tensiometer.app.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.CatchUp;
import org.tensiometer.app.process.GenerationStanding;
import org.tensiometer.app.process.PlannedHandover;
import org.tensiometer.app.process.Preparation;
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
      "what differs. Its topology must run (stream --generation NAME), or nothing new is published."
    },
    footer = {"", "Example:", "  tensiometer replay promote --generation g2 --force --dry-run"})
final class ReplayPromoteCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private OutputOption output;
  @Mixin private DryRunOption dryRun;

  @Option(
      names = "--force",
      description = "Even if it has not published everything yet, or its topology does not run.")
  private boolean force;

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      defaultValue = "60000",
      description = {
        "How long to wait for it to publish what was there when this began, in milliseconds.",
        "Default: ${DEFAULT-VALUE}."
      })
  private int timeout;

  ReplayPromoteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (timeout < 0) {
      throw UserError.environment("--timeout needs at least 0, not " + timeout, null);
    }
    Settings settings = ReplayedGeneration.of(connection);
    String generation = settings.topics().generation();
    Generations generations = ReplayedGeneration.pointers(settings);
    Optional<UserError> against =
        force ? Optional.empty() : against(settings, GenerationStanding.of(settings), generations);
    GenerationStanding standing = GenerationStanding.of(settings);
    String before = ReplayedGeneration.live(settings).topics().generation();
    ReplayReport report = new ReplayReport(console, output.isJson());
    if (dryRun.isGiven()) {
      report.wouldBeLive(generation, before, standing, PlannedHandover.to(settings));
      against.ifPresent(ReplayPromoteCommand::refuse);
    } else {
      against.ifPresent(ReplayPromoteCommand::refuse);
      Preparation.ensureTopics(settings, List.of(settings.topics().generations()));
      generations.liveOrFirst(before);
      generations.promote(generation);
      report.live(generation, before, standing);
    }
    return 0;
  }

  private static void refuse(UserError reason) {
    throw reason;
  }

  /** Waits, if nothing else speaks against it, for it to have published what was there. */
  private Optional<UserError> against(
      Settings settings, GenerationStanding standing, Generations generations)
      throws InterruptedException {
    String generation = settings.topics().generation();
    String reason = null;
    if (generations.isPartial(generation)) {
      reason =
          generation
              + " has read only a part of the claims and would withdraw all that follows from the"
              + " others; replay everything as another generation, or promote it with --force";
    } else if (standing.left() > 0 && !standing.runs()) {
      reason =
          String.format(
              Locale.ROOT,
              "%s has %,d records to read before it says what the live one says; replay start"
                  + " --generation %s goes on, --force promotes it as it is",
              generation,
              standing.left(),
              generation);
    } else if (generations.isUnfinished(generation)) {
      reason =
          String.format(
              "the replay of %s has not come to its end and may not have published all its days;"
                  + " replay start --generation %s goes on, --force promotes it as it is",
              generation, generation);
    } else if (!standing.runs()) {
      reason =
          String.format(
              "nobody runs %s, and no news would be published any more; start stream --generation"
                  + " %s with its lexicon first, or promote it with --force",
              generation, generation);
    } else {
      reason =
          new CatchUp(settings, Duration.ofMillis(timeout), console::progress)
              .await()
              .map(
                  left ->
                      String.format(
                          Locale.ROOT,
                          "%s has still %s, %,d ms after promote began; give it longer with"
                              + " --timeout, or promote it as it is with --force",
                          generation,
                          left,
                          timeout))
              .orElse(null);
    }
    return Optional.ofNullable(reason).map(text -> UserError.environment(text, null));
  }
}
