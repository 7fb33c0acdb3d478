package org.tensiometer.app.report;

import java.util.Locale;
import org.tensiometer.contracts.QuadTotals;
import org.tensiometer.contracts.TensionIndicator;

/** Results as one readable line each. */
public final class Lines {

  private Lines() {}

  /** An indicator: day, pair, level, score, status, events of seven days by class. */
  public static String of(TensionIndicator indicator) {
    QuadTotals events = indicator.getWindow7d().getPair().getClusters();
    return String.format(
        Locale.ROOT,
        "%s  %-9s level %5.1f (%+.1f)  score %s %s  7 days: VC %d MC %d VX %d MX %d"
            + "  %d outlets%s",
        indicator.getDay(),
        indicator.getPair(),
        indicator.getLevel(),
        indicator.getLevelDelta(),
        score(indicator.getScore()),
        indicator.getStatus(),
        events.getVerbalCooperation(),
        events.getMaterialCooperation(),
        events.getVerbalConflict(),
        events.getMaterialConflict(),
        indicator.getOutlets(),
        indicator.getTier() == 0 ? "" : "  ALERT tier " + indicator.getTier());
  }

  /** The words of an article in quotation marks that they do not hold themselves. */
  static String quoted(String words) {
    return words.indexOf('"') < 0 ? '"' + words + '"' : "\u201C" + words + '\u201D';
  }

  /** A score with two digits; a dash where there is none yet. */
  static String score(Double score) {
    return score == null ? "-" : String.format(Locale.ROOT, "%.2f", score);
  }
}
