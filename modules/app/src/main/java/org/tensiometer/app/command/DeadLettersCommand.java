package org.tensiometer.app.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.report.RefusedRecordReport;
import org.tensiometer.operations.deadletters.Decisions;
import org.tensiometer.operations.deadletters.Outcome;
import org.tensiometer.operations.deadletters.RefusedRecord;
import org.tensiometer.operations.deadletters.RefusedRecords;
import org.tensiometer.operations.deadletters.Selection;
import org.tensiometer.sink.alerts.Routes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  private static final String DRY_RUN = "Say what would be done, and do nothing.";

  private final Console console;
  private final RefusedRecordReport report;

  public DeadLettersCommand(Console console) {
    this.console = console;
    report = new RefusedRecordReport(console);
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
  int list(
      @Mixin ConnectionOptions connection,
      @Mixin RefusedRecordOptions which,
      @Mixin OutputOption output,
      @Option(names = "--all", description = "Also those that something was decided about.")
          boolean all) {
    Settings settings = prepared(connection);
    List<RefusedRecord> records =
        new RefusedRecords(settings.clients(), settings.topics())
            .select(which.selection()).stream().filter(record -> all || record.isOpen()).toList();
    if (output.isJson()) {
      report.json(records);
    } else if (!records.isEmpty()) {
      report.table(records);
    }
    console.progress(records.size() + (records.size() == 1 ? " record" : " records"));
    return 0;
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
    Settings settings = prepared(connection);
    List<RefusedRecord> found =
        new RefusedRecords(settings.clients(), settings.topics())
            .select(new Selection(Set.of(id), null, null, null, null, null));
    if (found.isEmpty()) {
      throw UserError.nothingRead("no refused record " + id + " (deadletters ls --all lists them)");
    }
    if (output.isJson()) {
      report.json(found);
    } else {
      report.whole(found.get(0));
    }
    return 0;
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
      @Mixin ConnectionOptions connection,
      @Mixin RefusedRecordOptions which,
      @Mixin OutputOption output,
      @Option(names = "--all", description = "All that are open.") boolean all,
      @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun,
      @Option(
              names = "--max-attempts",
              paramLabel = "N",
              defaultValue = "" + Decisions.DEFAULT_MAX_ATTEMPTS,
              description = "Leave what has failed as often as this. Default: ${DEFAULT-VALUE}.")
          int maxAttempts) {
    requireSelection(which, all);
    Decisions decisions = decisions(prepared(connection));
    Selection selection = which.selection();
    return tell(
        dryRun
            ? decisions.planRedrive(selection, maxAttempts)
            : decisions.redrive(selection, maxAttempts),
        dryRun,
        output);
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
      @Mixin ConnectionOptions connection,
      @Mixin RefusedRecordOptions which,
      @Mixin OutputOption output,
      @Option(names = "--all", description = "All that are open.") boolean all,
      @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun) {
    requireSelection(which, all);
    Decisions decisions = decisions(prepared(connection));
    Selection selection = which.selection();
    return tell(dryRun ? decisions.planDrop(selection) : decisions.drop(selection), dryRun, output);
  }

  private int tell(Map<RefusedRecord, Outcome> decided, boolean dryRun, OutputOption output) {
    report.outcomes(decided, dryRun, output.isJson());
    if (decided.isEmpty()) {
      console.progress("No refused record is selected.");
    }
    return 0;
  }

  private static Settings prepared(ConnectionOptions connection) {
    Settings settings = connection.settings();
    Preparation.ensureTopics(settings, Routes.NONE);
    return settings;
  }

  private static Decisions decisions(Settings settings) {
    return new Decisions(settings.clients(), settings.topics(), Clock.systemUTC());
  }

  private static void requireSelection(RefusedRecordOptions which, boolean all) {
    if (!all && which.isEverything()) {
      throw UserError.environment(
          "say which records are meant, for instance --reason undecodable, or --all", null);
    }
  }
}
