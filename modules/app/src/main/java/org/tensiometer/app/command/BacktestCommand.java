package org.tensiometer.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.tensiometer.app.Console;
import org.tensiometer.app.Logging;
import org.tensiometer.app.Memory;
import org.tensiometer.app.UserError;
import org.tensiometer.app.backtest.Backtest;
import org.tensiometer.app.backtest.BacktestSummary;
import org.tensiometer.app.process.DataFolder;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.embedded.EmbeddedStartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the indicator would have said of a time of which event data exists. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Send event data through the topology and write the daily score of every pair.",
      "The file has cells with tabs between and a header with date, source, target, event and",
      "goldstein. Each row is an event of its own with weight 1: nothing is merged, nothing is",
      "corroborated, and an alert needs no number of outlets."
    },
    footer = {
      "",
      "Example:",
      "  tensiometer backtest --events events.tsv.gz --series series.jsonl --alerts alerts.jsonl"
    })
public final class BacktestCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--events",
      required = true,
      paramLabel = "FILE",
      description = "Event data, .tsv, also gzipped.")
  private Path events;

  @Option(
      names = "--series",
      required = true,
      paramLabel = "FILE",
      description =
          "Where the scores go: an object a pair and day, score null where there is none.")
  private Path series;

  @Option(names = "--alerts", paramLabel = "FILE", description = "Where the alerts go, if wanted.")
  private Path alerts;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep the topics here, for explain; a new or empty folder. Default: a temporary one.")
  private Path data;

  @Option(
      names = "--permute",
      paramLabel = "SEED",
      description =
          "Null test: give the days of each pair another order, by this number, and so take away"
              + " every escalation; what is raised then is chance.")
  private Long permutation;

  @Mixin private OutputOption output;

  public BacktestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    requireWritable("--series", series);
    requireWritable("--alerts", alerts);
    if (data != null) {
      requireEmpty(data);
      return run(data);
    }
    Path temporary = temporary();
    try {
      return run(temporary);
    } finally {
      delete(temporary);
    }
  }

  private int run(Path folder) {
    Memory.require();
    DataFolder.require(folder);
    Logging.toFolder(folder);
    try (Shutdown shutdown = Shutdown.ofJob()) {
      BacktestSummary summary =
          new Backtest(events, permutation, console::progress).run(folder, series, alerts);
      if (output.isJson()) {
        console.out().println(summary.json());
      } else {
        console.progress(summary.sentence());
      }
      return 0;
    } catch (InterruptedException e) {
      throw UserError.environment("stopped before the end; nothing is written", e);
    } catch (EmbeddedStartException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }

  private static void requireWritable(String option, Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw UserError.environment(option + " " + file + ": there is no folder " + folder, null);
    }
    if (Files.isDirectory(file)) {
      throw UserError.environment(option + " " + file + ": this is a folder, not a file", null);
    }
  }

  private static void requireEmpty(Path folder) {
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      if (files.findAny().isPresent()) {
        throw UserError.environment(
            "--data "
                + folder
                + " is not empty; a backtest must not mix with what is there. Name a new folder",
            null);
      }
    } catch (IOException e) {
      throw UserError.environment("--data " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("tensiometer-backtest");
    } catch (IOException e) {
      throw UserError.environment("no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  private void delete(Path folder) {
    try {
      Utils.delete(folder.toFile());
    } catch (IOException | UncheckedIOException e) {
      console.progress("The temporary folder " + folder + " cannot be deleted: " + e.getMessage());
    }
  }
}
