package org.tensiometer.app.report;

import java.util.Locale;
import org.tensiometer.contracts.QuadTotals;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;

/** Results as one readable line each. */
public final class Lines {

  private Lines() {}

  /** An indicator: day, pair, level, score, status, events of seven days by class. */
  public static String of(TensionIndicator indicator) {
    QuadTotals events = indicator.getWindow7d().getPair().getClusters();
    return String.format(
        Locale.ROOT,
        "%s  %-9s level %5.1f (%+.1f)  score %s %s  events in 7 days: VC %d MC %d VX %d MX %d"
            + "  outlets %d%s",
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

  /** An alert: day, step, pair, tier, score, and what it says itself. */
  public static String of(TensionAlert alert) {
    return String.format(
        Locale.ROOT,
        "%s  %-9s %s tier %d  score %s %s  %s",
        alert.getDay(),
        alert.getPair(),
        alert.getKind(),
        alert.getTier(),
        score(alert.getScore()),
        alert.getStatus(),
        alert.getSentence());
  }

  /** A score with two digits; a dash where there is none yet. */
  static String score(Double score) {
    return score == null ? "-" : String.format(Locale.ROOT, "%.2f", score);
  }
}
