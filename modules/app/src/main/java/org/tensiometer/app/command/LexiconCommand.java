package org.tensiometer.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tensiometer.app.Analysis;
import org.tensiometer.app.Console;
import org.tensiometer.app.UserError;
import org.tensiometer.app.lexicon.PatternExample;
import org.tensiometer.app.lexicon.PatternExamples;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.coding.lexicon.LexiconException;
import org.tensiometer.coding.lexicon.LexiconLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks and tests a user's names and patterns before anything is coded with them. */
@Command(
    name = "lexicon",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "check|test",
    description = "Check and test your own names and patterns (docs/lexicon.md).",
    footer = {"", "Example:", "  tensiometer lexicon check"})
public final class LexiconCommand {

  private static final String FOLDER =
      "Folder with data files that add to what comes with it; without, only the latter.";

  private final Console console;

  public LexiconCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Name file, line and fault of everything that cannot be used.",
      footer = {"", "Example:", "  tensiometer lexicon check"})
  int check(@Parameters(arity = "0..1", paramLabel = "DIR", description = FOLDER) Path folder) {
    List<LexiconException> faults = LexiconLoader.faults(requireFolder(folder));
    faults.forEach(fault -> console.out().println(fault.getMessage()));
    if (!faults.isEmpty()) {
      console.progress(faults.size() + (faults.size() == 1 ? " fault" : " faults"));
      return UserError.ENVIRONMENT;
    }
    Lexicon lexicon = LexiconLoader.load(folder);
    console
        .out()
        .printf(
            "No fault in %,d names and %,d patterns; version %s%n",
            lexicon.actors().size(), lexicon.acts().patterns().size(), lexicon.version());
    return 0;
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description =
          "Code the example beside each pattern of your folder (without a folder: of all) and say"
              + " which ones their own pattern does not code.",
      footer = {"", "Example:", "  tensiometer lexicon test --published 2024-06-15"})
  int test(
      @Parameters(arity = "0..1", paramLabel = "DIR", description = FOLDER) Path folder,
      @Option(
              names = "--published",
              paramLabel = "DATE",
              description = "Date on which the examples are taken to be said. Default: today.")
          LocalDate published) {
    Lexicon lexicon;
    try {
      lexicon = LexiconLoader.load(requireFolder(folder));
    } catch (LexiconException e) {
      throw UserError.environment(e.getMessage(), e);
    }
    LocalDate day = published == null ? LocalDate.now(ZoneOffset.UTC) : published;
    PatternExamples examples = PatternExamples.of(lexicon, folder == null);
    Analysis analysis = Analysis.with(lexicon, console::progress);
    List<PatternExample.Result> results = examples.run(analysis, day);
    results.stream().filter(result -> !result.passed()).forEach(console.out()::println);
    long passed = results.stream().filter(PatternExample.Result::passed).count();
    console
        .out()
        .printf(
            "%,d of %,d examples are coded as they should be; %,d patterns have no example%n",
            passed, results.size(), examples.without());
    return passed == results.size() ? 0 : UserError.ENVIRONMENT;
  }

  private static Path requireFolder(Path folder) {
    if (folder != null && !Files.isDirectory(folder)) {
      throw UserError.environment(folder + " is no folder", null);
    }
    return folder;
  }
}
