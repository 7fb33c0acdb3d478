package org.tensiometer.tension.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.DayCluster;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.tension.alert.Episode;
import org.tensiometer.tension.config.ActWords;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.tension.index.Score;
import org.tensiometer.tension.index.Timeline;

/** Says an alert in one or two English sentences. */
final class AlertSentences {

  private final TensionConfig config;
  private final String a;
  private final String b;

  AlertSentences(TensionConfig config, CountryPair pair) {
    this.config = config;
    this.a = config.parties().name(pair.a());
    this.b = config.parties().name(pair.b());
  }

  String of(Episode episode, Timeline timeline, List<DayCluster> strongest) {
    Episode.Step step = episode.lastStep();
    if (step.kind() == AlertKind.CLEAR) {
      return cleared(episode);
    }
    if (step.kind() == AlertKind.FLASH) {
      return flash(step.day(), strongest);
    }
    return text(
        "Tension between %s and %s rose %s on %s: score %.1f (tier %d of %d), %s in seven days"
            + " from %s.%s",
        a,
        b,
        step.kind() == AlertKind.RAISE ? "above its normal range" : "further",
        date(step.day()),
        scoreOf(timeline, step.day()),
        step.tier(),
        config.thresholds().tiers().size(),
        count(timeline.clusters7(step.day()), "conflict event"),
        count(timeline.conflictOwners7(step.day()), "independent source"),
        strongest.isEmpty() ? "" : " Strongest: " + act(strongest.get(0).getSummary()) + '.');
  }

  String ofWithdrawal(int firstDay) {
    return text(
        "Withdrawn: after corrections or late reports the alert of %s for %s and %s no longer"
            + " stands.",
        date(firstDay), a, b);
  }

  private String cleared(Episode episode) {
    String since = date(episode.firstDay());
    int days = config.thresholds().clearDays();
    String until = date(episode.lastStep().day());
    return episode.flash()
        ? text(
            "No further grave event between %s and %s in the %d days up to %s; the alert of %s"
                + " ends.",
            a, b, days, until, since)
        : text(
            "Tension between %s and %s is back in its normal range: calm for %d days up to %s;"
                + " the alert of %s ends.",
            a, b, days, until, since);
  }

  private String flash(int day, List<DayCluster> strongest) {
    ClusterSummary grave =
        strongest.stream()
            .map(DayCluster::getSummary)
            .filter(c -> c.getDay().toEpochDay() == day)
            .filter(c -> c.getOwners() >= config.thresholds().flashOwners())
            .findFirst()
            .orElse(strongest.get(0).getSummary());
    return text(
        "Grave event between %s and %s: %s, confirmed by %s.",
        a, b, act(grave), count(grave.getOwners(), "independent source"));
  }

  /** For instance "Russia reportedly attacked Ukraine on 2022-02-24". */
  private String act(ClusterSummary cluster) {
    ActWords.Words words = config.actWords().of(cluster.getEvent());
    boolean both = cluster.getDirection() == Direction.BOTH;
    boolean forward = cluster.getDirection() != Direction.B_TO_A;
    String who = both ? a + " and " + b : forward ? a : b;
    String whom = both ? "each other" : forward ? b : a;
    String said = cluster.getFactuality() == Factuality.REPORTED ? "reportedly " : "";
    String what =
        cluster.getFactuality() == Factuality.INTENDED
            ? (both ? "intend to " : "intends to ") + words.planned()
            : said + words.done();
    return who
        + ' '
        + what
        + ' '
        + whom
        + " on "
        + date(Math.toIntExact(cluster.getDay().toEpochDay()));
  }

  private static double scoreOf(Timeline timeline, int day) {
    Score score = timeline.score(day);
    return score == null ? 0 : score.z();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String date(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
