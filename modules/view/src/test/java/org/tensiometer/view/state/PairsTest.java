package org.tensiometer.view.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.view.Records;

class PairsTest {

  private final Pairs pairs = new Pairs();

  @Test
  void shouldPutTheHighestScoreFirstAndPairsWithoutOneLast() {
    for (TensionIndicator indicator :
        new TensionIndicator[] {
          Records.indicator("AAA-BBB", "2024-06-21", null),
          Records.indicator("CCC-DDD", "2024-06-21", -0.5),
          Records.indicator("EEE-FFF", "2024-06-21", 4.0)
        }) {
      pairs.latest(indicator.getPair(), indicator);
    }
    assertThat(pairs.byScore())
        .extracting(TensionIndicator::getPair)
        .containsExactly("EEE-FFF", "CCC-DDD", "AAA-BBB");
    pairs.latest("EEE-FFF", null);
    assertThat(pairs.latest("EEE-FFF")).isEmpty();
  }

  @Test
  void shouldKeepTheLastRevisionOfEachDay() {
    pairs.day(Records.indicator("CHN-JPN", "2024-06-21", 1.0));
    pairs.day(Records.indicator("CHN-JPN", "2024-06-20", 0.5));
    pairs.day(Records.indicator("CHN-JPN", "2024-06-21", 2.0));
    assertThat(pairs.lastDays("CHN-JPN", 400))
        .extracting(SeriesPoint::day, SeriesPoint::score)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2024-06-20"), 0.5),
            org.assertj.core.groups.Tuple.tuple(LocalDate.parse("2024-06-21"), 2.0));
  }

  @Test
  void shouldForgetADayThatIsRemoved() {
    pairs.day(Records.indicator("CHN-JPN", "2024-06-20", 0.5));
    pairs.day(Records.indicator("CHN-JPN", "2024-06-21", 1.0));
    pairs.removeDay("CHN-JPN", LocalDate.parse("2024-06-21"));
    pairs.removeDay("EEE-FFF", LocalDate.parse("2024-06-21"));
    assertThat(pairs.lastDays("CHN-JPN", 400)).extracting(SeriesPoint::score).containsExactly(0.5);
    pairs.removeDay("CHN-JPN", LocalDate.parse("2024-06-20"));
    assertThat(pairs.lastDays("CHN-JPN", 400)).isEmpty();
  }

  /**
   * Mean 2 and a deviation below the floor of 1 give stabilised sums 1, 3 and 5. By hand: 1 is a
   * week's severity of (1/4 - 3/8)/2 < 0, level 0; 3 is (9/4 - 3/8)/2 = 0.9375, level
   * 100*0.9375/5.9375 = 15.789; 5 is (25/4 - 3/8)/2 = 2.9375, level 100*2.9375/7.9375 = 37.008.
   */
  @Test
  void shouldDrawWhatIsUsualOnTheScaleOfTheLevel() {
    pairs.day(Records.indicator("CHN-JPN", "2024-06-21", 1.0));
    UsualBand band = pairs.lastDays("CHN-JPN", 1).get(0).band();
    assertThat(band.low()).isZero();
    assertThat(band.high()).isEqualTo(15.789, within(0.001));
    assertThat(band.far()).isEqualTo(37.008, within(0.001));
  }
}
