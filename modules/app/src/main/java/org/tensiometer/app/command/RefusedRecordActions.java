package org.tensiometer.app.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.report.RefusedRecordReport;
import org.tensiometer.app.report.RefusedRecordTable;
import org.tensiometer.operations.deadletters.Decisions;
import org.tensiometer.operations.deadletters.Outcome;
import org.tensiometer.operations.deadletters.RefusedCase;
import org.tensiometer.operations.deadletters.RefusedListing;
import org.tensiometer.operations.deadletters.RefusedSource;
import org.tensiometer.operations.deadletters.Selected;
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
    Settings settings = prepared(connection);
    RefusedSource source = sources.apply(settings);
    List<RefusedCase> cases = requireNamed(source.select(options.which.selection()));
    int listed;
    try (RefusedRecordTable table = new RefusedRecordTable(console)) {
      listed =
          listing(settings, source)
              .pages(cases, options.all, options.output.isJson() ? report::json : table::add);
    }
    console.progress(listed + (listed == 1 ? " record" : " records"));
    return 0;
  }

  int show(ConnectionOptions connection, OutputOption output, String id) {
    Settings settings = prepared(connection);
    RefusedSource source = sources.apply(settings);
    List<RefusedCase> cases = requireNamed(source.select(Selection.of(id)));
    listing(settings, source)
        .pages(
            cases,
            true,
            output.isJson() ? report::json : records -> records.forEach(report::whole));
    return 0;
  }

  int redrive(ConnectionOptions connection, RedriveOptions options) {
    return decide(
        connection,
        options,
        (decisions, cases) -> decisions.planRedrive(cases, options.maxAttempts),
        (decisions, cases) -> decisions.redrive(cases, options.maxAttempts));
  }

  int drop(ConnectionOptions connection, DecisionOptions options) {
    return decide(connection, options, Decisions::planDrop, Decisions::drop);
  }

  private int decide(
      ConnectionOptions connection,
      DecisionOptions options,
      BiFunction<Decisions, List<RefusedCase>, Map<String, Outcome>> plan,
      BiFunction<Decisions, List<RefusedCase>, Map<String, Outcome>> change) {
    requireSelection(options);
    Settings settings = prepared(connection);
    RefusedSource source = sources.apply(settings);
    List<RefusedCase> cases = requireNamed(source.select(options.which.selection()));
    boolean dryRun = options.dryRun.isGiven();
    if (!dryRun) {
      Preparation.ensureTopics(settings, List.of(settings.topics().deadLetterMarks()));
    }
    Decisions decisions =
        new Decisions(settings.clients(), settings.topics(), Clock.systemUTC(), source);
    Map<String, Outcome> outcomes = (dryRun ? plan : change).apply(decisions, cases);
    report.outcomes(outcomes, dryRun, options.output.isJson());
    if (outcomes.isEmpty()) {
      console.progress("No " + kind + " is selected.");
    }
    return 0;
  }

  private static RefusedListing listing(Settings settings, RefusedSource source) {
    return new RefusedListing(settings.clients(), settings.topics(), source);
  }

  /**
   * What is selected, if no id that was named is missing.
   *
   * @throws UserError before anything is done, with the first that is
   */
  private List<RefusedCase> requireNamed(Selected selected) {
    if (!selected.missing().isEmpty()) {
      throw UserError.nothingRead(
          "no "
              + kind
              + " "
              + selected.missing().first()
              + " ("
              + command
              + " ls --all lists them)");
    }
    return selected.cases();
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
