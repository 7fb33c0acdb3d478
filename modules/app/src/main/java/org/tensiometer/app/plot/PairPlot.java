package org.tensiometer.app.plot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;
import org.tensiometer.contracts.TensionIndicator;

/**
 * Score and level of a pair over time, one above the other, with the days in alert shaded. A day
 * without a record, or without a score, is a gap.
 */
public final class PairPlot {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 440;
  private static final int LEFT = 46;
  private static final int RIGHT = WIDTH - 14;
  private static final int SCORE_TOP = 44;
  private static final int SCORE_BOTTOM = 270;
  private static final int LEVEL_TOP = 304;
  private static final int LEVEL_BOTTOM = 400;
  private static final int LABELS_MAX = 14;
  private static final double LEVEL_MAX = 100;
  private static final int TIERS = 3;
  private static final String STYLE =
      """
      text{font:12px sans-serif;fill:#333}.head{font-size:15px;font-weight:bold}
      .y{text-anchor:end;dominant-baseline:middle}.x{text-anchor:middle}.paper{fill:#fff}
      .axis{stroke:#999}.grid{stroke:#e4e4e4}.tier{stroke:#b03a2e;stroke-dasharray:5 4}
      .clear{stroke:#777;stroke-dasharray:2 4}.score{fill:none;stroke:#1f4e79;stroke-width:1.4}
      .level{fill:none;stroke:#6b5b95;stroke-width:1.2}
      .alert1{fill:#f9d9a8}.alert2{fill:#f5b36b}.alert3{fill:#e8795a}""";

  private final NavigableMap<LocalDate, TensionIndicator> days;
  private final List<Double> tiers;
  private final double clear;

  /**
   * @param days records by day, at least one
   * @param tiers scores at which an alert is raised and escalates
   * @param clear score under which it ends
   */
  public PairPlot(
      NavigableMap<LocalDate, TensionIndicator> days, List<Double> tiers, double clear) {
    this.days = days;
    this.tiers = List.copyOf(tiers);
    this.clear = clear;
  }

  /** The picture as an SVG document. */
  public String svg() {
    LocalDate first = days.firstKey();
    LocalDate last = days.lastKey();
    String pair = days.firstEntry().getValue().getPair();
    Svg svg = new Svg(WIDTH, HEIGHT, pair + ", " + first + " to " + last, STYLE);
    Scale time = new Scale(first.toEpochDay(), last.toEpochDay() + 1.0, LEFT, RIGHT);
    Scale score = scoreScale();
    Scale level = new Scale(0, LEVEL_MAX, LEVEL_BOTTOM, LEVEL_TOP);
    svg.label("head", LEFT, 24, pair + ", " + first + " to " + last);
    alerts(svg, time);
    dates(svg, time, first, last);
    scores(svg, score);
    levels(svg, level);
    curve(svg, "score", time, day -> day.getScore() == null ? null : score.at(day.getScore()));
    curve(svg, "level", time, day -> level.at(day.getLevel()));
    return svg.toString();
  }

  private Scale scoreScale() {
    double high = tiers.get(0) + 1;
    double low = 0;
    for (TensionIndicator day : days.values()) {
      if (day.getScore() != null) {
        high = Math.max(high, day.getScore());
        low = Math.min(low, day.getScore());
      }
    }
    return new Scale(Math.floor(low), Math.ceil(high), SCORE_BOTTOM, SCORE_TOP);
  }

  private void alerts(Svg svg, Scale time) {
    LocalDate from = null;
    int tier = 0;
    LocalDate before = null;
    for (TensionIndicator day : days.values()) {
      boolean goesOn =
          day.getTier() == tier && before != null && before.plusDays(1).equals(day.getDay());
      if (!goesOn) {
        alert(svg, time, from, before, tier);
        from = day.getDay();
        tier = day.getTier();
      }
      before = day.getDay();
    }
    alert(svg, time, from, before, tier);
  }

  private static void alert(Svg svg, Scale time, LocalDate from, LocalDate to, int tier) {
    if (from != null && tier > 0) {
      svg.rectangle(
          "alert" + Math.min(tier, TIERS),
          time.at(from.toEpochDay()),
          SCORE_TOP,
          time.at(to.toEpochDay() + 1.0),
          LEVEL_BOTTOM);
    }
  }

  private static void dates(Svg svg, Scale time, LocalDate first, LocalDate last) {
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    int step = 1;
    for (int next : new int[] {2, 3, 6, 12, 24, 60, 120}) {
      step = months / step > LABELS_MAX ? next : step;
    }
    LocalDate month = first.withDayOfMonth(1);
    if (month.isBefore(first)) {
      month = month.plusMonths(1);
    }
    while ((month.getYear() * 12 + month.getMonthValue() - 1) % step != 0) {
      month = month.plusMonths(1);
    }
    for (; !month.isAfter(last); month = month.plusMonths(step)) {
      String at = time.at(month.toEpochDay());
      svg.line("grid", at, SCORE_TOP, at, LEVEL_BOTTOM);
      String whole = month.toString();
      svg.label("x", at, LEVEL_BOTTOM + 18, whole.substring(0, whole.length() - 3));
    }
    svg.line("axis", LEFT, LEVEL_BOTTOM, RIGHT, LEVEL_BOTTOM);
  }

  private void scores(Svg svg, Scale score) {
    String zero = score.at(0);
    svg.line("axis", LEFT, zero, RIGHT, zero);
    svg.label("y", LEFT - 6, zero, "0");
    svg.line("clear", LEFT, score.at(clear), RIGHT, score.at(clear));
    svg.label("y", LEFT - 6, score.at(clear), Double.toString(clear));
    for (double tier : tiers) {
      if (tier <= score.to()) {
        svg.line("tier", LEFT, score.at(tier), RIGHT, score.at(tier));
        svg.label("y", LEFT - 6, score.at(tier), Double.toString(tier));
      }
    }
    svg.label("", LEFT + 4, SCORE_TOP - 6, "score, with the thresholds of the alert tiers");
  }

  private static void levels(Svg svg, Scale level) {
    for (int value : new int[] {0, 50, 100}) {
      svg.line("grid", LEFT, level.at(value), RIGHT, level.at(value));
      svg.label("y", LEFT - 6, level.at(value), Integer.toString(value));
    }
    svg.label("", LEFT + 4, LEVEL_TOP - 6, "level");
  }

  private void curve(Svg svg, String kind, Scale time, Function<TensionIndicator, String> height) {
    StringBuilder path = new StringBuilder();
    LocalDate before = null;
    for (TensionIndicator day : days.values()) {
      String y = height.apply(day);
      if (y == null) {
        before = null;
        continue;
      }
      boolean goesOn = before != null && before.plusDays(1).equals(day.getDay());
      path.append(goesOn ? 'L' : 'M')
          .append(time.at(day.getDay().toEpochDay() + 0.5))
          .append(' ')
          .append(y);
      before = day.getDay();
    }
    svg.path(kind, path);
  }
}
