package org.tensiometer.app.command;

import org.tensiometer.app.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Replays claims as a new generation beside the live one, and puts it in its place. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "start|diff|promote|rollback|drop",
    description = {
      "Code all claims again, with another lexicon or version, or analyse all articles again with",
      "another version, as a new generation beside the live one; compare the two; put the new one",
      "in the place of the live one (docs/operations.md)."
    },
    footer = {
      "",
      "Example:",
      "  tensiometer replay start --generation g2 --state-dir replay-state --rate 500"
    })
public final class ReplayCommand {

  private ReplayCommand() {}

  /** With its steps, each a command of its own. */
  public static CommandLine commandLine(Console console) {
    return new CommandLine(new ReplayCommand())
        .addSubcommand(new ReplayStartCommand(console))
        .addSubcommand(new ReplayDiffCommand(console))
        .addSubcommand(new ReplayPromoteCommand(console))
        .addSubcommand(new ReplayRollbackCommand(console))
        .addSubcommand(new ReplayDropCommand(console));
  }
}
