package org.tensiometer.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.NavigableMap;
import org.tensiometer.app.UserError;
import org.tensiometer.app.explain.PairHistory;
import org.tensiometer.app.plot.PairPlot;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.tension.config.Thresholds;
import picocli.CommandLine.Option;

/** A picture of a pair beside the words on it. */
final class PlotOptions {

  @Option(
      names = "--plot",
      paramLabel = "FILE.svg",
      description = "Draw score, level and alerts of the pair over time into this file.")
  private Path file;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day of the picture. Default: the first that has a record.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Last day of the picture. Default: the latest that has a record.")
  private String to;

  /** Whether a picture is asked for. */
  boolean wanted() {
    return file != null;
  }

  /**
   * Draws the picture.
   *
   * @throws UserError if there is no record in that time, or the file cannot be written
   */
  void draw(PairHistory history, Thresholds thresholds) {
    NavigableMap<LocalDate, TensionIndicator> days = history.days();
    LocalDate first = day("--from", from, days.firstKey());
    LocalDate last = day("--to", to, days.lastKey());
    if (last.isBefore(first)) {
      throw UserError.environment("--to " + last + " is before --from " + first, null);
    }
    NavigableMap<LocalDate, TensionIndicator> shown = days.subMap(first, true, last, true);
    if (shown.isEmpty()) {
      throw UserError.nothingRead(history.pair() + " has no record from " + first + " to " + last);
    }
    try {
      Files.writeString(
          file, new PairPlot(shown, thresholds.tiers(), thresholds.clearScore()).svg());
    } catch (IOException e) {
      throw UserError.environment("--plot " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  static LocalDate day(String option, String text, LocalDate otherwise) {
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw UserError.environment(
          option + " \"" + text + "\" is no day; write it like 2024-06-21", e);
    }
  }
}
