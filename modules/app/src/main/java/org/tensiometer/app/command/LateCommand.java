package org.tensiometer.app.command;

import org.tensiometer.app.Console;
import org.tensiometer.operations.deadletters.LateClaims;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists late claims, lets them count, gives them up. */
@Command(
    name = "late",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "ls|show|redrive|drop",
    description = {
      "List claims that came too long after their day to count, let them count, or give them up",
      "(docs/operations.md)."
    },
    footer = {"", "Example:", "  tensiometer late ls"})
public final class LateCommand {

  private final RefusedRecordActions actions;

  public LateCommand(Console console) {
    actions =
        new RefusedRecordActions(
            console,
            "late",
            "late claim",
            settings -> new LateClaims(settings.clients(), settings.topics()));
  }

  @Command(
      name = "ls",
      mixinStandardHelpOptions = true,
      description = "List late claims that nothing was decided about.",
      footer = {
        "",
        "Example:",
        "  tensiometer late ls --from-datetime 2024-06-22",
        "  tensiometer late ls --all --output json"
      })
  int list(@Mixin ConnectionOptions connection, @Mixin RefusedRecordActions.Options options) {
    return actions.list(connection, options);
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show the record of one late claim with its bytes and its headers.",
      footer = {"", "Example:", "  tensiometer late show --help"})
  int show(
      @Mixin ConnectionOptions connection,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID", description = "As ls names it.") String id) {
    return actions.show(connection, output, id);
  }

  @Command(
      name = "redrive",
      mixinStandardHelpOptions = true,
      description = {
        "Send the records of late claims again, each at most once, marked to count however late they",
        "came: days that were final are computed again. Every generation, now or in a replay, obeys."
      },
      footer = {"", "Example:", "  tensiometer late redrive --article d0-o0 --dry-run"})
  int redrive(
      @Mixin ConnectionOptions connection, @Mixin RefusedRecordActions.RedriveOptions options) {
    return actions.redrive(connection, options);
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = "Give late claims up: they are no longer listed as open and never sent again.",
      footer = {"", "Example:", "  tensiometer late drop --to-datetime 2024-06-22 --dry-run"})
  int drop(
      @Mixin ConnectionOptions connection, @Mixin RefusedRecordActions.DecisionOptions options) {
    return actions.drop(connection, options);
  }
}
