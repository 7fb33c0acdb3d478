package org.tensiometer.app.command;

import org.tensiometer.app.Console;
import org.tensiometer.operations.deadletters.RefusedRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists refused records, sends them again, gives them up. */
@Command(
    name = "deadletters",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "ls|show|redrive|drop",
    description = {
      "List records that could not be processed, send them again, or give them up",
      "(docs/operations.md)."
    },
    footer = {"", "Example:", "  tensiometer deadletters ls --reason undecodable"})
public final class DeadLettersCommand {

  private final RefusedRecordActions actions;

  public DeadLettersCommand(Console console) {
    actions =
        new RefusedRecordActions(
            console,
            "deadletters",
            "refused record",
            settings -> new RefusedRecords(settings.clients(), settings.topics()));
  }

  @Command(
      name = "ls",
      mixinStandardHelpOptions = true,
      description = "List refused records that nothing was decided about.",
      footer = {
        "",
        "Example:",
        "  tensiometer deadletters ls --topic tensiometer.claims --from-datetime 2024-06-22",
        "  tensiometer deadletters ls --all --output json"
      })
  int list(@Mixin ConnectionOptions connection, @Mixin RefusedRecordActions.Options options) {
    return actions.list(connection, options);
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show one refused record with its bytes and its headers.",
      footer = {"", "Example:", "  tensiometer deadletters show tensiometer.claims-0@0"})
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
        "Send refused records again to where they came from, each at most once, its bytes as they",
        "were. One that fails again is a new dead letter with the next attempt number. One that has",
        "a newer record of its key, a correction or an erasure, is left."
      },
      footer = {
        "",
        "Example:",
        "  tensiometer deadletters redrive --reason undecodable --dry-run",
        "  tensiometer deadletters redrive --id tensiometer.claims-0@0"
      })
  int redrive(
      @Mixin ConnectionOptions connection, @Mixin RefusedRecordActions.RedriveOptions options) {
    return actions.redrive(connection, options);
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = {
        "Give refused records up: they are no longer listed as open and never sent again. Their",
        "dead letters stay; erase removes words."
      },
      footer = {
        "",
        "Example:",
        "  tensiometer deadletters drop --reason invalid --to-datetime 2024-06-22 --dry-run"
      })
  int drop(
      @Mixin ConnectionOptions connection, @Mixin RefusedRecordActions.DecisionOptions options) {
    return actions.drop(connection, options);
  }
}
