package org.tensiometer.tension.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.Baseline;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.DayCluster;
import org.tensiometer.contracts.DirectionTotals;
import org.tensiometer.contracts.PairDay;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.WindowTotals;
import org.tensiometer.tension.Fingerprints;
import org.tensiometer.tension.alert.AlertRule;
import org.tensiometer.tension.alert.Episode;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.tension.config.Thresholds;
import org.tensiometer.tension.index.Rounding;
import org.tensiometer.tension.index.Score;
import org.tensiometer.tension.index.Timeline;

/**
 * What is to be published for one pair: which days have a record, what the records say, and which
 * alerts there are. Days are days since 1970-01-01, UTC.
 */
public final class PairReport {

  // A quiet week after the last claim is said once, so that the newest record is not a tense one.
  private static final int DAYS_SAID_AFTER_A_CLAIM = Timeline.WINDOW_DAYS + 1;

  private final TensionConfig config;
  private final String generation;
  private final CountryPair pair;
  private final Timeline timeline;
  private final PairState state;
  private final List<Episode> episodes;
  private final AlertSentences sentences;

  /**
   * @param generation generation of the topology, which every record names
   */
  public PairReport(
      TensionConfig config,
      String generation,
      CountryPair pair,
      Timeline timeline,
      PairState state) {
    this.config = config;
    this.generation = generation;
    this.pair = pair;
    this.timeline = timeline;
    this.state = state;
    this.episodes = new AlertRule(config.thresholds()).episodes(timeline);
    this.sentences = new AlertSentences(config, pair);
  }

  /** All alert episodes, past and open. */
  public List<Episode> episodes() {
    return episodes;
  }

  /** Id of the alert of an episode. */
  public String alertId(Episode episode) {
    return episode.alertId(pair.toString(), config.thresholds().ruleVersion());
  }

  /**
   * Whether that day gets an indicator: a claim is in its window or was in that of the day before,
   * or an alert is open or was on the day before.
   */
  public boolean hasIndicator(int day) {
    return timeline.covers(day)
        && (timeline.hasClaims(day, DAYS_SAID_AFTER_A_CLAIM)
            || openAt(day).isPresent()
            || openAt(day - 1).isPresent());
  }

  /** Tells whether the indicator of that day says something else than before. */
  public long indicatorFingerprint(int day) {
    Optional<Episode> alert = openAt(day);
    return Fingerprints.of(
        timeline.digest(day)
            + timeline.state(day)
            + alert.map(a -> alertId(a) + a.tierAt(day)).orElse("")
            + config.hash());
  }

  public TensionIndicator indicator(int day, int revision) {
    Thresholds thresholds = config.thresholds();
    Week week = Week.endingOn(day, timeline, state);
    WindowTotals window = week.all();
    Score score = timeline.score(day);
    Optional<Episode> alert = openAt(day);
    return TensionIndicator.newBuilder()
        .setPair(pair.toString())
        .setCountryA(pair.a())
        .setCountryB(pair.b())
        .setDay(LocalDate.ofEpochDay(day))
        .setState(timeline.state(day))
        .setRevision(revision)
        .setGeneration(generation)
        .setStatus(timeline.status(day))
        .setScore(score == null ? null : score.z())
        .setLevel(timeline.level(day))
        .setBaseline(baseline(day, score))
        .setWindow1d(week.lastDay())
        .setWindow7d(window)
        .setStock(timeline.stock(day))
        .setClaims(week.sum(PairDay::getClaims))
        .setClaimsBeyondBound(week.sum(PairDay::getClaimsBeyondBound))
        .setClusters(clusters(window))
        .setOutlets(week.different(PairDay::getOutlets))
        .setOwners(week.different(PairDay::getOwners))
        .setFactuality(week.factuality(PairDay::getFactuality))
        .setFactualityAToB(week.factuality(PairDay::getFactualityAToB))
        .setFactualityBToA(week.factuality(PairDay::getFactualityBToA))
        .setDrivers(week.drivers())
        .setAsymmetry(asymmetry(window))
        .setTopClusters(week.shown(week.strongest()))
        .setLevelDelta(timeline.levelDelta(day))
        .setScoreDelta(timeline.scoreDelta(day))
        .setSlopeMicros(timeline.slope(day))
        .setTier(alert.map(a -> a.tierAt(day)).orElse(0))
        .setAlertId(alert.map(this::alertId).orElse(null))
        .setAlertFirstDay(alert.map(a -> LocalDate.ofEpochDay(a.firstDay())).orElse(null))
        .setRuleVersion(thresholds.ruleVersion())
        .setConfigHash(config.hash())
        .setLexicons(week.distinct(PairDay::getLexicons))
        .setCoders(week.distinct(PairDay::getCoders))
        .setEngines(week.distinct(PairDay::getEngines))
        .setSourcePanel(config.outlets().version())
        .build();
  }

  /** Tells whether the alert of that episode says something else than before. */
  public long alertFingerprint(Episode episode) {
    return Fingerprints.of(episode + timeline.digest(episode.lastStep().day()) + config.hash());
  }

  /** The last step of an episode. */
  public TensionAlert alert(Episode episode, int revision) {
    Episode.Step step = episode.lastStep();
    Week week = Week.endingOn(step.day(), timeline, state);
    List<DayCluster> top = week.strongestConflict();
    return alert(alertId(episode), step, episode.firstDay(), revision, week)
        .setSentence(sentences.of(episode, timeline, top))
        .setTopClusters(week.shown(top))
        .setLastReceivedAt(Week.lastReceived(top))
        .build();
  }

  /**
   * The end of an alert whose episode corrections or late claims have undone. It shows no events,
   * for the words that once caused it may be those taken back.
   *
   * @param tier tier it had reached
   */
  public TensionAlert withdrawal(String alertId, int firstDay, int tier, int revision) {
    Episode.Step step = new Episode.Step(AlertKind.WITHDRAW, firstDay, tier);
    Week week = Week.endingOn(firstDay, timeline, state);
    return alert(alertId, step, firstDay, revision, week)
        .setSentence(sentences.ofWithdrawal(firstDay))
        .setTopClusters(List.of())
        .setLastReceivedAt(Instant.EPOCH)
        .build();
  }

  private TensionAlert.Builder alert(
      String alertId, Episode.Step step, int firstDay, int revision, Week week) {
    Score score = timeline.score(step.day());
    return TensionAlert.newBuilder()
        .setAlertId(alertId)
        .setPair(pair.toString())
        .setCountryA(pair.a())
        .setCountryB(pair.b())
        .setKind(step.kind())
        .setTier(step.tier())
        .setFirstDay(LocalDate.ofEpochDay(firstDay))
        .setDay(LocalDate.ofEpochDay(step.day()))
        .setStatus(timeline.status(step.day()))
        .setScore(score == null ? null : score.z())
        .setLevel(timeline.level(step.day()))
        .setClusters(clusters(week.all()))
        .setOutlets(week.different(PairDay::getOutlets))
        .setOwners(week.different(PairDay::getOwners))
        .setRuleVersion(config.thresholds().ruleVersion())
        .setConfigHash(config.hash())
        .setGeneration(generation)
        .setRevision(revision);
  }

  // Of two open alerts an indicator names that of the score.
  private Optional<Episode> openAt(int day) {
    Episode flash = null;
    for (Episode episode : episodes) {
      if (episode.isOpenAt(day)) {
        if (!episode.flash()) {
          return Optional.of(episode);
        }
        flash = episode;
      }
    }
    return Optional.ofNullable(flash);
  }

  private Baseline baseline(int day, Score score) {
    return score == null
        ? null
        : new Baseline(
            score.mean(), score.sd(), timeline.baselineDays(day), config.thresholds().guardDays());
  }

  private static long clusters(WindowTotals window) {
    var clusters = window.getPair().getClusters();
    return clusters.getVerbalCooperation()
        + clusters.getMaterialCooperation()
        + clusters.getVerbalConflict()
        + clusters.getMaterialConflict();
  }

  private static Double asymmetry(WindowTotals window) {
    long aToB = conflict(window.getAToB());
    long bToA = conflict(window.getBToA());
    return aToB + bToA == 0 ? null : Rounding.micros((double) (aToB - bToA) / (aToB + bToA));
  }

  private static long conflict(DirectionTotals direction) {
    return direction.getSeverityMicros().getVerbalConflict()
        + direction.getSeverityMicros().getMaterialConflict();
  }
}
