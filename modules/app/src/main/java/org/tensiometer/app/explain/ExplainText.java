package org.tensiometer.app.explain;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.tensiometer.contracts.Baseline;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.DirectionTotals;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.FactualityTotals;
import org.tensiometer.contracts.QuadTotals;
import org.tensiometer.contracts.Stock;
import org.tensiometer.contracts.TensionIndicator;

/** A record explained for people: number, windows, days, events, sentences. */
public final class ExplainText {

  static final int WINDOW_DAYS = 7;

  private static final double MICROS = 1e6;
  private static final double INTENSITY_MICROS_PER_GOLDSTEIN = 1e5;

  private final PrintWriter out;

  public ExplainText(PrintWriter out) {
    this.out = out;
  }

  /** Prints all there is to say about the day of this record. */
  public void print(PairHistory history, TensionIndicator indicator) {
    head(indicator);
    Computation computation = Computation.of(indicator);
    score(indicator, computation);
    level(indicator, computation);
    course(indicator);
    windows(indicator);
    days(history, indicator.getDay());
    factuality(indicator);
    events(indicator);
  }

  private void head(TensionIndicator indicator) {
    say(
        "%s on %s: score %s, level %.1f, %s; the day is %s, revision %d",
        indicator.getPair(),
        indicator.getDay(),
        indicator.getScore() == null ? "-" : number(indicator.getScore()),
        indicator.getLevel(),
        indicator.getStatus(),
        indicator.getState(),
        indicator.getRevision());
    if (indicator.getAlertId() != null) {
      say(
          "In alert since %s, tier %d (%s)",
          indicator.getAlertFirstDay(), indicator.getTier(), indicator.getAlertId());
    }
    say(
        "Configuration %s, rule %s, outlets %s",
        indicator.getConfigHash(), indicator.getRuleVersion(), indicator.getSourcePanel());
    say(
        "Lexicon %s, coder %s, engine %s",
        versions(indicator.getLexicons()),
        versions(indicator.getCoders()),
        versions(indicator.getEngines()));
  }

  private void score(TensionIndicator indicator, Computation computation) {
    say("");
    Baseline baseline = indicator.getBaseline();
    if (indicator.getScore() == null || baseline == null) {
      say("There is no score yet (%s): its baseline is too short.", indicator.getStatus());
      return;
    }
    double floor = computation.thresholds().map(t -> t.sdFloor()).orElse(Double.NaN);
    say(
        "Score %s = (%s - %s) / %s",
        number(indicator.getScore()),
        number(computation.stabilised()),
        number(baseline.getMean()),
        Double.isNaN(floor)
            ? "max(" + number(baseline.getSd()) + ", floor)"
            : number(Math.max(baseline.getSd(), floor)));
    say(
        "  %10s  this week: 2 * sqrt(2 * %s + 3/8); the week's conflict severity is %s",
        number(computation.stabilised()), number(computation.week()), number(computation.week()));
    say(
        "  %10s  mean of the weeks that ended on the %d days before the last %d",
        number(baseline.getMean()), baseline.getDays(), baseline.getGuardDays());
    say(
        "  %10s  their standard deviation%s",
        number(baseline.getSd()),
        Double.isNaN(floor) ? "" : ", taken as no less than " + number(floor));
  }

  private void level(TensionIndicator indicator, Computation computation) {
    say("");
    if (computation.thresholds().isEmpty()) {
      say(
          "Level %.1f (computed with another configuration than this version has)",
          indicator.getLevel());
      return;
    }
    String kappa = number(computation.thresholds().get().levelKappaMicros() / MICROS);
    String week = number(computation.week());
    say("Level %.1f = 100 * %s / (%s + %s)", indicator.getLevel(), week, week, kappa);
  }

  private void course(TensionIndicator indicator) {
    Stock stock = indicator.getStock();
    say(
        "Seven days before: level %+.1f, score %s; slope of the week's days %s a day",
        indicator.getLevelDelta(),
        indicator.getScoreDelta() == null
            ? "-"
            : String.format(Locale.ROOT, "%+.3f", indicator.getScoreDelta()),
        micros(indicator.getSlopeMicros()));
    say(
        "Stock of conflict severity with half-lives of 3, 7, 30 days: %s, %s, %s",
        micros(stock.getH3Micros()), micros(stock.getH7Micros()), micros(stock.getH30Micros()));
  }

  private void windows(TensionIndicator indicator) {
    say("");
    say("Severity (events) of the seven days");
    say(
        "  %-14s %14s %14s %14s %14s",
        "", "verbal coop.", "material coop.", "verbal confl.", "material confl.");
    totals(indicator, Direction.A_TO_B, indicator.getWindow7d().getAToB());
    totals(indicator, Direction.B_TO_A, indicator.getWindow7d().getBToA());
    totals(indicator, Direction.BOTH, indicator.getWindow7d().getPair());
  }

  private void totals(TensionIndicator indicator, Direction direction, DirectionTotals totals) {
    QuadTotals severity = totals.getSeverityMicros();
    QuadTotals events = totals.getClusters();
    say(
        "  %-14s %14s %14s %14s %14s",
        direction == Direction.BOTH ? "pair" : words(indicator, direction),
        cell(severity.getVerbalCooperation(), events.getVerbalCooperation()),
        cell(severity.getMaterialCooperation(), events.getMaterialCooperation()),
        cell(severity.getVerbalConflict(), events.getVerbalConflict()),
        cell(severity.getMaterialConflict(), events.getMaterialConflict()));
  }

  private void days(PairHistory history, LocalDate day) {
    say("");
    say("Conflict severity (events) of each day");
    for (int back = WINDOW_DAYS - 1; back >= 0; back--) {
      LocalDate date = day.minusDays(back);
      TensionIndicator record = history.days().get(date);
      say(
          "  %s  %14s",
          date,
          record == null
              ? "no record"
              : cell(
                  Computation.conflictMicros(record.getWindow1d()),
                  Computation.conflictEvents(record.getWindow1d())));
    }
  }

  private void factuality(TensionIndicator indicator) {
    say("");
    say(
        "%d claims of %d events, from %d outlets of %d owners",
        indicator.getClaims(),
        indicator.getClusters(),
        indicator.getOutlets(),
        indicator.getOwners());
    factuality("pair", indicator.getFactuality());
    factuality(words(indicator, Direction.A_TO_B), indicator.getFactualityAToB());
    factuality(words(indicator, Direction.B_TO_A), indicator.getFactualityBToA());
  }

  private void factuality(String whose, List<FactualityTotals> split) {
    for (FactualityTotals totals : split) {
      say(
          "  %-14s %-12s %5d claims, unweighted severity %s",
          whose, totals.getLabel(), totals.getClaims(), micros(totals.getSeverityMicros()));
    }
  }

  private void events(TensionIndicator indicator) {
    List<ClusterSummary> clusters = indicator.getTopClusters();
    say("");
    say("Events, strongest first (%d of %d)", clusters.size(), indicator.getClusters());
    int rank = 0;
    for (ClusterSummary cluster : clusters) {
      say("");
      say(
          "%d. %s  %s  %s%s%s, %s, %s",
          ++rank,
          cluster.getDay(),
          words(indicator, cluster.getDirection()),
          cluster.getEvent(),
          cluster.getMode() == null ? "" : " " + cluster.getMode(),
          cluster.getCameo() == null ? "" : " (CAMEO " + cluster.getCameo() + ')',
          cluster.getQuad(),
          cluster.getFactuality());
      say(
          "   weight %s; Goldstein %s; %d claims, %d independent%s; cluster %s",
          micros(cluster.getWeightMicros()),
          String.format(
              Locale.ROOT, "%.1f", cluster.getIntensityMicros() / INTENSITY_MICROS_PER_GOLDSTEIN),
          cluster.getClaims(),
          cluster.getOwners(),
          cluster.getOutlets().isEmpty() ? "" : ": " + String.join(", ", cluster.getOutlets()),
          cluster.getClusterId());
      cluster.getEvidence().forEach(this::evidence);
    }
  }

  private void evidence(Evidence evidence) {
    say("   - %s", evidence.getSentence().getText());
    say(
        "     %s%s%s, %s",
        evidence.getOutlet() == null ? "outlet unknown" : evidence.getOutlet(),
        evidence.getPublished() == null ? "" : ", " + evidence.getPublished(),
        evidence.getTitle() == null ? "" : ", \"" + evidence.getTitle() + '"',
        evidence.getUrl() == null ? "article " + evidence.getArticleId() : evidence.getUrl());
    String country =
        evidence.getSpeakerCountry() == null ? "" : " (" + evidence.getSpeakerCountry() + ')';
    say(
        "     %s; \"%s\" on \"%s\"",
        evidence.getSpeaker() == null
            ? "told by the outlet itself"
            : "said by " + evidence.getSpeaker() + country,
        evidence.getSourceText(),
        evidence.getTargetText());
    say(
        "     sentence at %d-%d, predicate at %d-%d; rule %s; claim %s",
        evidence.getSentence().getStart(),
        evidence.getSentence().getEnd(),
        evidence.getPredicateStart(),
        evidence.getPredicateEnd(),
        evidence.getRule(),
        evidence.getClaimId());
  }

  private static String versions(List<String> all) {
    return all.isEmpty() ? "-" : String.join("; ", all);
  }

  private static String words(TensionIndicator indicator, Direction direction) {
    String a = indicator.getCountryA();
    String b = indicator.getCountryB();
    return switch (direction) {
      case A_TO_B -> a + " on " + b;
      case B_TO_A -> b + " on " + a;
      case BOTH -> a + " and " + b;
    };
  }

  private static String cell(long severityMicros, long events) {
    return micros(severityMicros) + " (" + events + ')';
  }

  private static String micros(long micros) {
    return number(micros / MICROS);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
