package org.tensiometer.tension.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tensiometer.contracts.PairContribution;

/**
 * The claims of one pair and day, those that tell of one event together. What they have to do with
 * the day before is found once and remembered, for three days ask for it. For one thread.
 */
public final class DayReports {

  /** A day without claims. */
  public static final DayReports NONE = new DayReports(0, List.of(), List.of(), Map.of());

  private static final int[] NO_LINK = {};

  private final int claims;
  private final List<PairContribution> weighed;
  private final List<Report> reports;
  private final Map<Kind, TextsOfReports> texts;
  // Not the day before itself, which would keep its own day before in memory, and so on.
  private final Object mark = new Object();
  private Object linkedTo;
  private int[][] links;

  /**
   * @param claims number of claims
   * @param weighed those of them that are weighed, by family and id
   * @param reports the weighed claims that have a weight, each in one report
   * @param texts the texts of these reports by kind
   */
  DayReports(
      int claims,
      List<PairContribution> weighed,
      List<Report> reports,
      Map<Kind, TextsOfReports> texts) {
    this.claims = claims;
    this.weighed = List.copyOf(weighed);
    this.reports = List.copyOf(reports);
    this.texts = Map.copyOf(texts);
  }

  /** Number of claims. */
  public int claims() {
    return claims;
  }

  List<PairContribution> weighed() {
    return weighed;
  }

  List<Report> reports() {
    return reports;
  }

  /**
   * For each report the numbers of those of the day before that tell of the same event, in their
   * order.
   */
  int[][] linksTo(DayReports before, int similarityPercent) {
    if (reports.isEmpty() || before.reports.isEmpty()) {
      int[][] none = new int[reports.size()][];
      Arrays.fill(none, NO_LINK);
      return none;
    }
    if (linkedTo != before.mark) {
      links = new int[reports.size()][];
      for (int i = 0; i < links.length; i++) {
        links[i] = before.like(reports.get(i), similarityPercent);
      }
      linkedTo = before.mark;
    }
    return links;
  }

  private int[] like(Report report, int similarityPercent) {
    TextsOfReports ofKind = texts.get(report.kind());
    return ofKind == null ? NO_LINK : ofKind.like(report, similarityPercent);
  }
}
