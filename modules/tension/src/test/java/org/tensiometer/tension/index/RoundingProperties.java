package org.tensiometer.tension.index;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class RoundingProperties {

  @Property
  void shouldRoundQuicklyAsExactly(@ForAll @DoubleRange(min = -1e8, max = 1e8) double value) {
    assertThat(Rounding.micros(value)).isEqualTo(Rounding.exact(value));
  }

  @Property
  void shouldRoundScoresQuicklyAsExactly(@ForAll @DoubleRange(min = -9, max = 9) double value) {
    assertThat(Rounding.micros(value)).isEqualTo(Rounding.exact(value));
  }

  @Property
  void shouldRoundWhatLiesNextToAMiddle(
      @ForAll @LongRange(min = -100_000_000, max = 100_000_000) long micros,
      @ForAll @LongRange(min = -3, max = 3) long steps) {
    double value = (micros + 0.5) / 1e6;
    double near = value + steps * Math.ulp(value);
    assertThat(Rounding.micros(near)).isEqualTo(Rounding.exact(near));
  }
}
