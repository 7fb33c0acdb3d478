package org.tensiometer.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UpperChars;
import org.junit.jupiter.api.Test;

class CountryPairTest {

  @Property
  void shouldBeTheSamePairInWhicheverOrderTheTwoAreNamed(
      @ForAll @UpperChars @StringLength(3) String one,
      @ForAll @UpperChars @StringLength(3) String other) {
    net.jqwik.api.Assume.that(!one.equals(other));
    CountryPair pair = CountryPair.of(one, other);
    assertThat(pair).isEqualTo(CountryPair.of(other, one));
    assertThat(CountryPair.parse(pair.toString())).isEqualTo(pair);
    assertThat(pair.directionFrom(one)).isNotEqualTo(pair.directionFrom(other));
  }

  @Property
  void shouldRefuseCodesThatAreNotInCapitals(@ForAll @AlphaChars @StringLength(3) String code) {
    net.jqwik.api.Assume.that(!code.equals(code.toUpperCase(java.util.Locale.ROOT)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountryPair.of(code, "USA"))
        .withMessageContaining(code);
  }

  @Test
  void shouldSayWhatWouldBeRightWhenAPairCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountryPair.parse("KOR"))
        .withMessageContaining("KOR-RUS")
        .withMessageContaining("\"KOR\"");
    assertThatIllegalArgumentException().isThrownBy(() -> CountryPair.parse("KOR-KOR"));
  }
}
