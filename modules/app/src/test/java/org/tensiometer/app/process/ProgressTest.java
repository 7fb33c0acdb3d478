package org.tensiometer.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  /** A thousand are done, a hundred a second. */
  @ParameterizedTest
  @CsvSource({
    "6_000, 50 s",
    "12_900, 119 s",
    "13_000, 2 min",
    "73_000, 12 min",
    "712_000, 119 min",
    "1_201_000, 3 h 20 min",
    "4_321_000, 12 h 0 min",
    "18_361_000, 51 h"
  })
  void shouldSayHowLongItWillTakeAsPeopleCountTime(String all, String left) {
    assertThat(Progress.line("records", 1_000, 0, Long.parseLong(all.replace("_", "")), 10))
        .startsWith("1,000 of ")
        .endsWith(" records, 100 a second, about " + left + " left");
  }

  @Test
  void shouldCountTheRateFromWhereItBeganAndSayNoTimeWhileNothingMoves() {
    assertThat(Progress.line("records", 1_500, 1_000, 2_000, 5))
        .isEqualTo("1,500 of 2,000 records, 100 a second, about 5 s left");
    assertThat(Progress.line("records", 1_000, 1_000, 2_000, 5))
        .isEqualTo("1,000 of 2,000 records, 0 a second");
  }
}
