package org.tensiometer.app.command;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tensiometer.app.Analysis;
import org.tensiometer.app.Console;
import org.tensiometer.app.Lazy;
import org.tensiometer.app.Memory;
import org.tensiometer.app.UserError;
import org.tensiometer.app.report.ClaimFormat;
import org.tensiometer.app.report.ClaimJson;
import org.tensiometer.app.report.ClaimText;
import org.tensiometer.coding.Lexicon;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.ingest.Articles;
import org.tensiometer.ingest.OrderedParallel;
import org.tensiometer.ingest.source.ReadResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the claims of articles in the order of the input; needs no Kafka. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = "Print the claims of articles, without Kafka.",
    footer = {
      "",
      "Example:",
      "  tensiometer claims --published 2024-06-21 --why article.txt",
      "  zcat news.jsonl.gz | tensiometer claims --format jsonl -"
    })
public final class ClaimsCommand implements Callable<Integer> {

  /** How claims are printed. */
  enum Format {
    TEXT,
    JSONL
  }

  private final Console console;

  @Mixin private ConfigurationOptions options;
  @Mixin private InputOptions input;
  @Mixin private LexiconOption lexiconOption;

  @Option(
      names = "--why",
      description = "Also print the claims whose act could not be coded, with the reason.")
  private boolean why;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text (for people) or jsonl (one object a claim). Default: ${DEFAULT-VALUE}.")
  private Format format;

  public ClaimsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Memory.require();
    List<String> files = input.requiredFiles();
    Lexicon lexicon = LexiconOption.lexicon(options.configuration());
    Supplier<Analysis> analysis = new Lazy<>(() -> Analysis.with(lexicon, console::progress));
    Printer printer =
        new Printer(console, format == Format.JSONL ? new ClaimJson() : new ClaimText(), why);
    try (OrderedParallel<ReadResult, Outcome> parallel =
        new OrderedParallel<>(
            Runtime.getRuntime().availableProcessors(),
            "analysis",
            ClaimsCommand::weight,
            result -> Outcome.of(result, analysis),
            printer::print)) {
      input.reader(console.in()).read(files, parallel);
      parallel.finish();
    }
    return printer.read == 0 ? UserError.NOTHING_READ : 0;
  }

  private static long weight(ReadResult result) {
    return result instanceof ReadResult.Found found ? found.article().body().length() : 0;
  }

  /** An article with its claims, or what stands for it. */
  private record Outcome(Article article, List<CodedClaim> claims, ReadResult other) {

    static Outcome of(ReadResult result, Supplier<Analysis> analyses) {
      if (!(result instanceof ReadResult.Found found)) {
        return new Outcome(null, List.of(), result);
      }
      Instant received = Articles.backfillTime(found.article(), Instant.now());
      Article article = Articles.first(found.article(), received);
      Analysis analysis = analyses.get();
      try {
        return new Outcome(article, analysis.claims(article), null);
      } catch (RuntimeException e) {
        return new Outcome(
            null,
            List.of(),
            new ReadResult.Problem(
                found.article().origin(), "this article could not be analysed: " + e));
      }
    }
  }

  private static final class Printer {

    private final Console console;
    private final ClaimFormat format;
    private final boolean why;
    private int read;

    Printer(Console console, ClaimFormat format, boolean why) {
      this.console = console;
      this.format = format;
      this.why = why;
    }

    void print(Outcome outcome) {
      read += outcome.other() instanceof ReadResult.Problem ? 0 : 1;
      if (outcome.other() != null) {
        console.progress(outcome.other().toString());
        return;
      }
      List<CodedClaim> shown =
          outcome.claims().stream().filter(claim -> why || claim.getCoding() != null).toList();
      format.print(outcome.article(), shown, console.out());
      if (console.out().checkError()) {
        throw UserError.environment("the output was closed or cannot be written", null);
      }
    }
  }
}
