package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tensiometer.contracts.PairContribution;

/**
 * The claims of one pair and day, those that tell of one event together. What they have to do with
 * the day before is found once and remembered, for three days ask for it. For one thread.
 */
public final class DayReports {

  /** A day without claims. */
  public static final DayReports NONE = new DayReports(0, List.of(), List.of());

  private static final int[] NO_LINK = {};

  private final int claims;
  private final List<PairContribution> weighed;
  private final List<Report> reports;
  private Map<Kind, TextsOfReports> texts;
  // Not the day before itself, which would keep its own day before in memory, and so on.
  private final Object mark = new Object();
  private Object linkedTo;
  private int[][] links;

  /**
   * @param claims number of claims
   * @param weighed those of them that are weighed, sorted by id
   * @param reports the weighed claims that have a weight, each in one report
   */
  DayReports(int claims, List<PairContribution> weighed, List<Report> reports) {
    this.claims = claims;
    this.weighed = List.copyOf(weighed);
    this.reports = List.copyOf(reports);
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
      links =
          reports.stream()
              .map(report -> before.like(report, similarityPercent))
              .toArray(int[][]::new);
      linkedTo = before.mark;
    }
    return links;
  }

  private int[] like(Report report, int similarityPercent) {
    TextsOfReports ofKind = texts().get(report.kind());
    TreeSet<Integer> like = new TreeSet<>();
    if (ofKind != null) {
      for (Report.Text text : report.texts()) {
        ofKind.texts.forEachLike(text, similarityPercent, t -> like.add(ofKind.reports.get(t)));
      }
    }
    return like.isEmpty() ? NO_LINK : like.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Texts of one kind, and which report each belongs to. */
  private record TextsOfReports(SimilarTexts texts, List<Integer> reports) {}

  private Map<Kind, TextsOfReports> texts() {
    if (texts == null) {
      Map<Kind, List<Report.Text>> some = new HashMap<>();
      Map<Kind, List<Integer>> owners = new HashMap<>();
      for (int r = 0; r < reports.size(); r++) {
        Kind kind = reports.get(r).kind();
        for (Report.Text text : reports.get(r).texts()) {
          some.computeIfAbsent(kind, k -> new ArrayList<>()).add(text);
          owners.computeIfAbsent(kind, k -> new ArrayList<>()).add(r);
        }
      }
      texts = new HashMap<>();
      some.forEach(
          (kind, of) ->
              texts.put(kind, new TextsOfReports(new SimilarTexts(of), owners.get(kind))));
    }
    return texts;
  }
}
