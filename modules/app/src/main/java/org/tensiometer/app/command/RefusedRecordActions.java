package org.tensiometer.app.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.report.RefusedRecordReport;
import org.tensiometer.operations.deadletters.Decisions;
import org.tensiometer.operations.deadletters.Outcome;
import org.tensiometer.operations.deadletters.RefusedRecord;
import org.tensiometer.operations.deadletters.RefusedSource;
import org.tensiometer.operations.deadletters.Selection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists records of one kind that do not count, sends them again, gives them up. */
final class RefusedRecordActions {

  private final Console console;
  private final RefusedRecordReport report;
  private final String command;
  private final String kind;
  private final Function<Settings, RefusedSource> sources;

  /** What list, redrive and drop have in common. */
  static class Options {

    @Mixin RefusedRecordOptions which;
    @Mixin OutputOption output;

    @Option(names = "--all", description = "All of them, also decided ones where they are listed.")
    boolean all;
  }

  /** Options of a decision. */
  static class DecisionOptions extends Options {

    @Mixin DryRunOption dryRun;
  }

  /** Options of a redrive. */
  static final class RedriveOptions extends DecisionOptions {

    @Option(
        names = "--max-attempts",
        paramLabel = "N",
        defaultValue = "" + Decisions.DEFAULT_MAX_ATTEMPTS,
        description = "Leave what has failed as often as this. Default: ${DEFAULT-VALUE}.")
    int maxAttempts;
  }

  /**
   * @param command name of the command, for advice
   * @param kind what one of them is called
   * @param sources where they stand
   */
  RefusedRecordActions(
      Console console, String command, String kind, Function<Settings, RefusedSource> sources) {
    this.console = console;
    this.command = command;
    this.kind = kind;
    this.sources = sources;
    report = new RefusedRecordReport(console);
  }

  int list(ConnectionOptions connection, Options options) {
    RefusedSource source = sources.apply(prepared(connection));
    requireNamed(source, options.which.selection().ids());
    List<RefusedRecord> records =
        source.select(options.which.selection()).stream()
            .filter(record -> options.all || record.isOpen())
            .toList();
    if (options.output.isJson()) {
      report.json(records);
    } else if (!records.isEmpty()) {
      report.table(records);
    }
    console.progress(records.size() + (records.size() == 1 ? " record" : " records"));
    return 0;
  }

  int show(ConnectionOptions connection, OutputOption output, String id) {
    List<RefusedRecord> found = requireNamed(sources.apply(prepared(connection)), Set.of(id));
    if (output.isJson()) {
      report.json(found);
    } else {
      report.whole(found.get(0));
    }
    return 0;
  }

  int redrive(ConnectionOptions connection, RedriveOptions options) {
    requireSelection(options);
    Selection selection = options.which.selection();
    Decisions decisions = decisions(connection, options);
    return tell(
        options.dryRun.isGiven()
            ? decisions.planRedrive(selection, options.maxAttempts)
            : decisions.redrive(selection, options.maxAttempts),
        options);
  }

  int drop(ConnectionOptions connection, DecisionOptions options) {
    requireSelection(options);
    Selection selection = options.which.selection();
    Decisions decisions = decisions(connection, options);
    return tell(
        options.dryRun.isGiven() ? decisions.planDrop(selection) : decisions.drop(selection),
        options);
  }

  private int tell(Map<RefusedRecord, Outcome> decided, DecisionOptions options) {
    report.outcomes(decided, options.dryRun.isGiven(), options.output.isJson());
    if (decided.isEmpty()) {
      console.progress("No " + kind + " is selected.");
    }
    return 0;
  }

  private Decisions decisions(ConnectionOptions connection, DecisionOptions options) {
    Settings settings = prepared(connection);
    RefusedSource source = sources.apply(settings);
    requireNamed(source, options.which.selection().ids());
    if (!options.dryRun.isGiven()) {
      Preparation.ensureTopics(settings, List.of(settings.topics().deadLetterMarks()));
    }
    return new Decisions(settings.clients(), settings.topics(), Clock.systemUTC(), source);
  }

  /**
   * The records of these ids, none of which is missing.
   *
   * @throws UserError before anything is done, with the first that is
   */
  private List<RefusedRecord> requireNamed(RefusedSource source, Set<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<RefusedRecord> found = source.select(new Selection(ids, null, null, null, null, null));
    Set<String> missing = new TreeSet<>(ids);
    found.forEach(record -> missing.remove(record.id()));
    if (!missing.isEmpty()) {
      throw UserError.nothingRead(
          "no "
              + kind
              + " "
              + missing.iterator().next()
              + " ("
              + command
              + " ls --all lists them)");
    }
    return found;
  }

  /** Of the live generation, unless another is named, which then must be there. */
  private static Settings prepared(ConnectionOptions connection) {
    Settings settings = connection.liveSettings();
    Preparation.requireAnswers(settings);
    if (connection.namesGeneration()) {
      ReplayedGeneration.requireThere(settings);
    }
    return settings;
  }

  private static void requireSelection(Options options) {
    if (!options.all && options.which.isEverything()) {
      throw UserError.environment(
          "say which records are meant, for instance --article ID, or --all", null);
    }
  }
}
