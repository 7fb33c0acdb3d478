package org.tensiometer.app.backtest;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tensiometer.app.UserError;
import org.tensiometer.app.backtest.EventFile.Numbered;

/** A backtest from file to files, and what to say about it. */
public final class Backtest {

  private static final int PROBLEMS_TOLD = 20;

  private final Path events;
  private final Long permutation;
  private final Consumer<String> progress;
  private int problems;

  /**
   * @param events file of event data
   * @param permutation seed of the null test, in which the days of each pair get another order;
   *     null for the data as they are
   * @param progress is told how far it is, and of bad rows
   */
  public Backtest(Path events, Long permutation, Consumer<String> progress) {
    this.events = events;
    this.permutation = permutation;
    this.progress = progress;
  }

  /**
   * Reads, computes and writes.
   *
   * @param data empty folder for Kafka and the state
   * @param series where the daily scores go
   * @param alerts where the alerts go, null if nowhere
   * @return what was done
   * @throws UserError if no row could be read or a file not be written
   */
  public BacktestSummary run(Path data, Path series, Path alerts) throws InterruptedException {
    List<Numbered> rows = new EventFile(events, this::problem).read();
    if (problems > PROBLEMS_TOLD) {
      progress.accept("... and " + (problems - PROBLEMS_TOLD) + " more bad rows");
    }
    if (rows.isEmpty()) {
      throw UserError.nothingRead(events + ": no row could be read");
    }
    progress.accept(summary(rows));
    progress.accept(
        "Each row counts as an event of its own with weight 1: nothing is merged, nothing is"
            + " corroborated, and an alert needs no number of outlets.");
    if (permutation != null) {
      progress.accept(
          "Null test: the days of each pair have another order, by the seed "
              + permutation
              + "; what is raised now is chance.");
      rows = DayPermutation.of(rows, permutation);
    }
    BacktestResult result =
        new EventTopology(data, events.getFileName().toString(), progress).run(rows);
    ResultFiles.writeSeries(result.scores(), series);
    if (alerts != null) {
      ResultFiles.writeAlerts(result.alerts(), alerts);
    }
    long flashes = result.alerts().stream().filter(RaisedAlert::isFlash).count();
    return new BacktestSummary(
        rows.size(),
        problems,
        result.scores().pairs(),
        result.scores().days(),
        result.alerts().size() - flashes,
        flashes,
        series,
        alerts);
  }

  private String summary(List<Numbered> rows) {
    EventClasses classes = new EventClasses();
    Map<EventClasses.Scheme, Integer> schemes = new EnumMap<>(EventClasses.Scheme.class);
    rows.forEach(n -> schemes.merge(classes.of(n.row()).scheme(), 1, Integer::sum));
    return String.format(
        "%s: %d events, %d bad rows left out. Class by CAMEO code: %d, by PLOVER type: %d, by the"
            + " sign of goldstein: %d.",
        events,
        rows.size(),
        problems,
        schemes.getOrDefault(EventClasses.Scheme.CAMEO, 0),
        schemes.getOrDefault(EventClasses.Scheme.PLOVER, 0),
        schemes.getOrDefault(EventClasses.Scheme.SIGN, 0));
  }

  private void problem(String problem) {
    if (++problems <= PROBLEMS_TOLD) {
      progress.accept(problem);
    }
  }
}
