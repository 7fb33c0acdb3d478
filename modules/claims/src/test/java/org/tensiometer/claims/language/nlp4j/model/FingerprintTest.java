package org.tensiometer.claims.language.nlp4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FingerprintTest {

  @Property
  void shouldHashAJoinedStringFromTheHashesOfItsParts(@ForAll String left, @ForAll String right) {
    long joined =
        Fingerprint.join(
            Fingerprint.of(left), Fingerprint.of(right), Fingerprint.shift(right.length()));

    assertThat(joined).isEqualTo(Fingerprint.of(left + "_" + right));
  }

  @Property
  void shouldTellStringsAndKindsApart(
      @ForAll String left,
      @ForAll String right,
      @ForAll @IntRange(max = 100) int leftKind,
      @ForAll @IntRange(max = 100) int rightKind) {
    boolean same = left.equals(right) && leftKind == rightKind;

    assertThat(
            Fingerprint.key(leftKind, Fingerprint.of(left))
                == Fingerprint.key(rightKind, Fingerprint.of(right)))
        .isEqualTo(same);
  }
}
