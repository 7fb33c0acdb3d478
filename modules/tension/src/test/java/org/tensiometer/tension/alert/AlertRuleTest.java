package org.tensiometer.tension.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.tension.config.Thresholds;
import org.tensiometer.tension.index.Days;
import org.tensiometer.tension.index.FeedClock;
import org.tensiometer.tension.index.Timeline;

class AlertRuleTest {

  private static final Thresholds THRESHOLDS = TensionConfig.defaults().thresholds();
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  // From a peaceful past: score 3 is 2.3 and more of severity, 4.5 is 4.0, 6 is 6.4.
  private static final long TIER_1 = 2_500_000;
  private static final long TIER_2 = 4_500_000;
  private static final long TIER_3 = 7_000_000;

  private final NavigableMap<Integer, PairDayTotals> days = new TreeMap<>();

  @Test
  void shouldRaiseEscalateAndClear() {
    day(200, TIER_1, 3, "one", "three", "two");
    day(202, TIER_2 - TIER_1, 1, "one");

    assertThat(scoreEpisodes(230))
        .containsExactly(
            episode(
                step(AlertKind.RAISE, 200, 1),
                step(AlertKind.ESCALATE, 202, 2),
                // The last claims leave the window on day 209, which is the first calm one.
                step(AlertKind.CLEAR, 215, 2)));
  }

  @Test
  void shouldClearOnClosedDaysOnly() {
    day(200, TIER_1, 3, "one", "three", "two");

    assertThat(scoreEpisodes(213).get(0).isOpen()).isTrue();
    assertThat(scoreEpisodes(214).get(0).lastStep())
        .isEqualTo(new Episode.Step(AlertKind.CLEAR, at(213), 1));
  }

  @Test
  void shouldAskForThreeEventsAndTwoOwnersAndOfASparsePairForThree() {
    day(200, TIER_1, 2, "one", "three", "two");
    assertThat(scoreEpisodes(205)).isEmpty();
    day(200, TIER_1, 3, "one", "two");
    assertThat(scoreEpisodes(205)).isEmpty();
    for (int i = 20; i < 30; i++) {
      day(i, 1, 1, "one");
    }
    assertThat(scoreEpisodes(205)).hasSize(1);
    day(200, TIER_1, 3, "one");
    assertThat(scoreEpisodes(205)).isEmpty();
  }

  @Test
  void shouldNotReachHigherThanTierOneInItsFirstMonths() {
    day(60, TIER_3, 8, "one", "three", "two");

    assertThat(scoreEpisodes(66)).containsExactly(episode(step(AlertKind.RAISE, 60, 1)));
  }

  @Test
  void shouldReachTheThirdTierAtOnce() {
    day(200, TIER_3, 8, "one", "three", "two");

    assertThat(scoreEpisodes(205)).containsExactly(episode(step(AlertKind.RAISE, 200, 3)));
  }

  @Test
  void shouldHoldOneEpisodeOfFlashesUntilSevenClosedDaysWithoutOne() {
    days.put(at(3), Days.conflict(900_000, 1, List.of("a", "b", "c"), true));
    days.put(at(9), Days.conflict(900_000, 1, List.of("a", "b", "c"), true));

    Episode flash = episodes(16).get(0);
    assertThat(flash)
        .isEqualTo(
            new Episode(true, List.of(step(AlertKind.FLASH, 3, 1), step(AlertKind.FLASH, 9, 1))));
    assertThat(flash.isOpenAt(at(2))).isFalse();
    assertThat(flash.isOpenAt(at(5))).isTrue();
    assertThat(episodes(17).get(0).lastStep()).isEqualTo(step(AlertKind.CLEAR, 16, 1));
    assertThat(episodes(17).get(0).isOpenAt(at(16))).isFalse();
  }

  @Test
  void shouldGiveTheAlertAnIdThatFollowsFromPairRuleKindAndFirstDay() {
    Episode raise = episode(step(AlertKind.RAISE, 200, 1));
    Episode flash = new Episode(true, List.of(step(AlertKind.FLASH, 200, 1)));

    assertThat(raise.alertId("KOR-RUS", "r1"))
        .isEqualTo(
            episode(step(AlertKind.RAISE, 200, 1), step(AlertKind.CLEAR, 220, 1))
                .alertId("KOR-RUS", "r1"))
        .isNotEqualTo(flash.alertId("KOR-RUS", "r1"))
        .isNotEqualTo(raise.alertId("KOR-RUS", "r2"))
        .isNotEqualTo(raise.alertId("KOR-USA", "r1"));
  }

  private void day(int day, long micros, long clusters, String... owners) {
    days.put(at(day), Days.conflict(micros, clusters, List.of(owners), false));
  }

  private static Episode episode(Episode.Step... steps) {
    return new Episode(false, List.of(steps));
  }

  private static Episode.Step step(AlertKind kind, int day, int tier) {
    return new Episode.Step(kind, at(day), tier);
  }

  private List<Episode> scoreEpisodes(int today) {
    return episodes(today).stream().filter(e -> !e.flash()).toList();
  }

  private List<Episode> episodes(int today) {
    Instant noon = Instant.parse(START.plusDays(today) + "T12:00:00Z");
    FeedClock clock = FeedClock.of(noon, START, THRESHOLDS);
    return new AlertRule(THRESHOLDS).episodes(new Timeline(days, clock, THRESHOLDS));
  }

  private static int at(int day) {
    return (int) START.toEpochDay() + day;
  }
}
