package org.tensiometer.tension.cluster;

import java.util.BitSet;

/**
 * The texts of one kind of a day, and the number of the report each belongs to.
 *
 * @param texts the different texts
 * @param reportOf for each text the number of its report among all reports of the day
 */
record TextsOfReports(SimilarTexts texts, int[] reportOf) {

  /** Numbers of the reports that tell of the same event as a report of another day, in order. */
  int[] like(Report report, int similarityPercent) {
    BitSet like = new BitSet();
    TextsLeft left = new TextsLeft(texts);
    for (Report.Text text : report.texts()) {
      left.forEachLike(
          text,
          similarityPercent,
          t -> {
            like.set(reportOf[t]);
            removeReport(left, reportOf[t]);
          });
      if (left.isEmpty()) {
        break;
      }
    }
    return like.stream().toArray();
  }

  private void removeReport(TextsLeft left, int report) {
    for (int t = 0; t < reportOf.length; t++) {
      if (reportOf[t] == report) {
        left.remove(t);
      }
    }
  }
}
