package org.tensiometer.tension.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.contracts.Stock;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.tension.config.Thresholds;

/** The formulas against numbers worked out by hand. */
class TimelineTest {

  private static final Thresholds THRESHOLDS = TensionConfig.defaults().thresholds();
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private final NavigableMap<Integer, PairDayTotals> days = new TreeMap<>();

  @Test
  void shouldHaveNoScoreBeforeTheFortySecondDay() {
    conflict(41, 3_000_000);

    assertThat(timeline(41).score(day(40))).isNull();
    assertThat(timeline(41).status(day(40))).isEqualTo(IndicatorStatus.WARMUP);
    assertThat(timeline(41).score(day(41))).isNotNull();
    assertThat(timeline(41).status(day(41))).isEqualTo(IndicatorStatus.EARLY);
  }

  @Test
  void shouldScoreAgainstAPeacefulPast() {
    conflict(41, 3_000_000);

    // 2 sqrt(2 * 3 + 3/8) - 2 sqrt(3/8), the deviation of zero raised to 1
    assertThat(timeline(41).score(day(41))).isEqualTo(new Score(3.825008, 1.224745, 0));
  }

  @Test
  void shouldScoreByMeanAndPopulationDeviation() {
    // 2 sqrt(2 X + 3/8) is 8 for X = 7.8125 and 4 for X = 1.8125. The baseline of day 41 is days 0
    // to 27: 7 times 8 and 21 times 2 sqrt(3/8).
    conflict(0, 7_812_500);
    conflict(41, 1_812_500);

    assertThat(timeline(41).score(day(41))).isEqualTo(new Score(0.368618, 2.918559, 2.933772));
  }

  @Test
  void shouldLookAtAHundredAndEightyDaysBeforeTheGuard() {
    conflict(0, 7_812_500);
    conflict(400, 1);

    assertThat(timeline(400).baselineDays(day(100))).isEqualTo(87);
    assertThat(timeline(400).baselineDays(day(193))).isEqualTo(180);
    assertThat(timeline(400).baselineDays(day(300))).isEqualTo(180);
    // The last 7-day sum with the event is that of day 6; the baseline of 199 begins on day 6.
    assertThat(timeline(400).score(day(199)).sd()).isGreaterThan(0);
    assertThat(timeline(400).score(day(200)).sd()).isZero();
  }

  @Test
  void shouldCallAPairSparseBelowAClusterInFiveWeeksOfBaseline() {
    // 180 days are 25.7 weeks: 5 clusters are 0.19 a week, 6 are 0.23.
    for (int i = 0; i < 5; i++) {
      conflict(i, 1_000_000);
    }
    assertThat(timeline(193).status(day(193))).isEqualTo(IndicatorStatus.SPARSE);
    conflict(5, 1_000_000);
    assertThat(timeline(193).status(day(193))).isEqualTo(IndicatorStatus.OK);
    assertThat(timeline(193).status(day(102))).isEqualTo(IndicatorStatus.EARLY);
    assertThat(timeline(193).status(day(103))).isEqualTo(IndicatorStatus.OK);
  }

  @Test
  void shouldSumSevenDaysAndFewerAtTheBeginning() {
    conflict(0, 1_000_000);
    conflict(6, 4_000_000);

    Timeline timeline = timeline(20);
    assertThat(timeline.severity7(day(0))).isEqualTo(1_000_000);
    assertThat(timeline.severity7(day(6))).isEqualTo(5_000_000);
    assertThat(timeline.severity7(day(7))).isEqualTo(4_000_000);
    assertThat(timeline.severity7(day(13))).isZero();
    assertThat(timeline.clusters7(day(6))).isEqualTo(2);
    assertThat(timeline.level(day(6))).isEqualTo(50);
    assertThat(timeline.level(day(0))).isEqualTo(16.666667);
    assertThat(timeline.levelDelta(day(7))).isEqualTo(27.777777);
  }

  @Test
  void shouldHalveTheStockInEveryHalfLifeAndForgetAfterSixteen() {
    conflict(0, 1_000_000);

    Timeline timeline = timeline(600);
    assertThat(timeline.stock(day(0))).isEqualTo(new Stock(1_000_000L, 1_000_000L, 1_000_000L));
    assertThat(timeline.stock(day(3)).getH3Micros()).isEqualTo(500_000);
    assertThat(timeline.stock(day(14)).getH7Micros()).isEqualTo(250_000);
    assertThat(timeline.stock(day(90)).getH30Micros()).isEqualTo(125_000);
    assertThat(timeline.stock(day(479)).getH30Micros()).isPositive();
    assertThat(timeline.stock(day(480)).getH30Micros()).isZero();
  }

  @Test
  void shouldTellTheSlopeOfSevenDays() {
    for (int i = 0; i < 7; i++) {
      conflict(10 + i, 1_000_000L * i);
    }

    assertThat(timeline(30).slope(day(16))).isEqualTo(1_000_000);
    assertThat(timeline(30).slope(day(22))).isEqualTo(-642_857);
    assertThat(timeline(30).slope(day(30))).isZero();
  }

  @Test
  void shouldBeginWithTheFeedOrWithAnEarlierClaimButNotWithHistory() {
    days.put(
        day(-9_000), PairDayTotals.newBuilder(Days.conflict(0, 0)).setIndexable(false).build());
    conflict(5, 1);
    assertThat(timeline(10).start()).isEqualTo(day(0));
    conflict(-3, 1);
    assertThat(timeline(10).start()).isEqualTo(day(-3));
    assertThat(new Timeline(days, FeedClock.UNKNOWN, THRESHOLDS).start()).isEqualTo(day(-3));
    assertThat(new Timeline(days, FeedClock.UNKNOWN, THRESHOLDS).horizon()).isEqualTo(day(5));
  }

  @Test
  void shouldHaveNoDaysWithoutClaims() {
    Timeline timeline = timeline(10);

    assertThat(timeline.horizon()).isLessThan(timeline.start());
    assertThat(timeline.severity7(day(3))).isZero();
    assertThat(timeline.score(day(3))).isNull();
  }

  @Test
  void shouldOpenCloseAndFinishDays() {
    FeedClock clock = FeedClock.of(Instant.parse("2024-03-01T02:00:00Z"), START, THRESHOLDS);

    assertThat(clock.today()).isEqualTo(day(60));
    assertThat(clock.state(day(60))).isEqualTo(DayState.OPEN);
    assertThat(clock.state(day(59))).isEqualTo(DayState.CLOSED);
    assertThat(clock.state(day(30))).isEqualTo(DayState.CLOSED);
    assertThat(clock.state(day(29))).isEqualTo(DayState.FINAL);
    FeedClock before = FeedClock.of(Instant.parse("2024-03-01T01:59:59Z"), START, THRESHOLDS);
    assertThat(before.state(day(59))).isEqualTo(DayState.OPEN);
  }

  @Test
  void shouldCountOwnersOfTheWeekOnce() {
    days.put(day(1), Days.conflict(1, 1, List.of("one", "two"), false));
    days.put(day(4), Days.conflict(1, 1, List.of("three", "two"), false));

    assertThat(timeline(20).conflictOwners7(day(7))).isEqualTo(3);
    assertThat(timeline(20).conflictOwners7(day(8))).isEqualTo(2);
  }

  private void conflict(int day, long micros) {
    days.put(day(day), Days.conflict(micros, 1));
  }

  private Timeline timeline(int today) {
    Instant noon = Instant.parse(START.plusDays(today) + "T12:00:00Z");
    return new Timeline(days, FeedClock.of(noon, START, THRESHOLDS), THRESHOLDS);
  }

  private static int day(int day) {
    return (int) START.toEpochDay() + day;
  }
}
