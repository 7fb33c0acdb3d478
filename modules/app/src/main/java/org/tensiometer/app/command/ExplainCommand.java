package org.tensiometer.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Logging;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.explain.ExplainJson;
import org.tensiometer.app.explain.ExplainText;
import org.tensiometer.app.explain.PairHistory;
import org.tensiometer.app.process.LiveGeneration;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.EmbeddedStartException;
import org.tensiometer.embedded.Ports;
import org.tensiometer.tension.config.TensionConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** From the number of a pair and day to the sentences behind it. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Show how the score of a pair and day comes about: from the number to the sums of the week,",
      "to the events, to the sentences with outlet, address, speaker, offsets and rule."
    },
    footer = {
      "",
      "Example:",
      "  tensiometer explain IND-PAK --day 2019-02-27 --data tensiometer-data",
      "  tensiometer explain IND-PAK --bootstrap-server localhost:9092 --output json",
      "  tensiometer explain IND-PAK --data tensiometer-data --plot ind-pak.svg"
    })
public final class ExplainCommand implements Callable<Integer> {

  /** Where a data folder keeps its Kafka. */
  private static final String KAFKA_FOLDER = "kafka";

  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder of a run that has ended, instead of a running Kafka.")
  private Path data;

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "Day, like 2024-06-21. Default: the latest that has a record.")
  private String day;

  @Mixin private PlotOptions plot;
  @Mixin private OutputOption output;

  @Parameters(arity = "1", paramLabel = "PAIR", description = "For instance KOR-PRK.")
  private String pair;

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CountryPair wanted = pair();
    LocalDate date = PlotOptions.day("--day", day, null);
    if (data == null) {
      print(PairHistory.read(connection.liveSettings(), wanted), date);
      return 0;
    }
    for (String other : List.of("--bootstrap-server", "--schema-registry")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
        throw UserError.environment(
            "--data and " + other + " name two sources; leave one out", null);
      }
    }
    if (!Files.isDirectory(data.resolve(KAFKA_FOLDER))) {
      throw UserError.nothingRead("--data " + data + " is no data folder of a run");
    }
    Logging.toFolder(data);
    try (EmbeddedStack stack = EmbeddedStack.start(data, Ports.FREE)) {
      Settings settings =
          LiveGeneration.of(
              new Settings(
                  stack.bootstrapServers(),
                  stack.registryUrl(),
                  connection.settings().topics(),
                  Map.of()));
      print(PairHistory.read(settings, wanted), date);
    } catch (EmbeddedStartException e) {
      throw UserError.environment(e.getMessage(), e);
    }
    return 0;
  }

  private void print(PairHistory history, LocalDate date) {
    TensionIndicator indicator = history.on(date);
    if (plot.wanted()) {
      plot.draw(history, TensionConfig.defaults().thresholds());
    }
    if (output.isJson()) {
      new ExplainJson().print(history, indicator, console.out());
    } else {
      new ExplainText(console.out()).print(history, indicator);
    }
    console.out().flush();
  }

  private CountryPair pair() {
    try {
      return CountryPair.parse(pair.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }
}
