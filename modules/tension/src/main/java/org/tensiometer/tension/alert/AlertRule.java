package org.tensiometer.tension.alert;

import java.util.ArrayList;
import java.util.List;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.tension.config.Thresholds;
import org.tensiometer.tension.index.Score;
import org.tensiometer.tension.index.Timeline;

/**
 * When a pair is in alert (F10): a fold over its days, done anew from the first one, so that late
 * claims and corrections change the past like anything else. Corroboration is asked of conflict:
 * clusters and owners that report cooperation confirm no tension.
 */
public final class AlertRule {

  private final Thresholds thresholds;

  public AlertRule(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** All episodes of a pair, those of the score and those of grave single events. */
  public List<Episode> episodes(Timeline timeline) {
    List<Episode> episodes = new ArrayList<>(ofScore(timeline));
    episodes.addAll(ofFlashes(timeline));
    return episodes;
  }

  private List<Episode> ofScore(Timeline timeline) {
    List<Episode> episodes = new ArrayList<>();
    List<Episode.Step> open = new ArrayList<>();
    int quiet = 0;
    for (int day = timeline.start(); day <= timeline.horizon(); day++) {
      // Without conflict the score is at most 0: nothing rises, and an open alert grows quiet.
      Score score = timeline.severity7(day) == 0 ? null : timeline.score(day);
      int tier = score == null ? 0 : tier(timeline, day, score);
      int reached = open.isEmpty() ? 0 : open.get(open.size() - 1).tier();
      if (tier > reached) {
        AlertKind kind = open.isEmpty() ? AlertKind.RAISE : AlertKind.ESCALATE;
        open.add(new Episode.Step(kind, day, tier));
      }
      boolean calm = score == null || score.z() < thresholds.clearScore();
      quiet = isOver(timeline, day) && calm ? quiet + 1 : 0;
      if (!open.isEmpty() && quiet >= thresholds.clearDays()) {
        episodes.add(cleared(false, open, day));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      episodes.add(new Episode(false, open));
    }
    return episodes;
  }

  private int tier(Timeline timeline, int day, Score score) {
    int tier = 0;
    for (double threshold : thresholds.tiers()) {
      tier += score.z() >= threshold ? 1 : 0;
    }
    if (tier == 0 || timeline.clusters7(day) < thresholds.alertClusters()) {
      return 0;
    }
    IndicatorStatus status = timeline.status(day);
    int owners =
        status == IndicatorStatus.SPARSE ? thresholds.sparseOwners() : thresholds.alertOwners();
    if (timeline.conflictOwners7(day) < owners) {
      return 0;
    }
    return status == IndicatorStatus.EARLY ? Math.min(tier, thresholds.earlyTier()) : tier;
  }

  private List<Episode> ofFlashes(Timeline timeline) {
    List<Episode> episodes = new ArrayList<>();
    List<Episode.Step> open = new ArrayList<>();
    int quiet = 0;
    for (int day = timeline.start(); day <= timeline.horizon(); day++) {
      PairDayTotals totals = timeline.totals(day);
      boolean flash = totals != null && totals.getFlash();
      if (flash) {
        open.add(new Episode.Step(AlertKind.FLASH, day, thresholds.flashTier()));
      }
      quiet = isOver(timeline, day) && !flash ? quiet + 1 : 0;
      if (!open.isEmpty() && quiet >= thresholds.clearDays()) {
        episodes.add(cleared(true, open, day));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      episodes.add(new Episode(true, open));
    }
    return episodes;
  }

  private static boolean isOver(Timeline timeline, int day) {
    return timeline.state(day) != DayState.OPEN;
  }

  private static Episode cleared(boolean flash, List<Episode.Step> open, int day) {
    List<Episode.Step> steps = new ArrayList<>(open);
    steps.add(new Episode.Step(AlertKind.CLEAR, day, open.get(open.size() - 1).tier()));
    return new Episode(flash, steps);
  }
}
