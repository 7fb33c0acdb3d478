package org.tensiometer.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensiometer.coding.acts.ActPattern;
import org.tensiometer.contracts.CodedClaim;

class ExamplesTest {

  private static final Lexicon LEXICON = Lexicon.bundled();
  private static final ClaimCoder CODER = new LexiconClaimCoder(LEXICON);

  static Stream<Example> examples() {
    return Example.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void shouldCodeTheExampleByItsOwnRuleBetweenItsParties(Example example) {
    List<CodedClaim> coded =
        example.coded(CODER).stream()
            .filter(claim -> claim.getCoding() != null)
            .filter(claim -> claim.getCoding().getRule().equals(example.rule()))
            .toList();

    assertThat(coded).as(example.text()).isNotEmpty();
    assertThat(Example.dyads(coded.get(coded.size() - 1)))
        .as(example.text())
        .isEqualTo(example.expected());
  }

  @Test
  void shouldHaveAnAnalysisOfTheVerySentenceThatThePatternCarries() {
    Map<String, ActPattern> patterns = LEXICON.acts().patterns();

    assertThat(Example.all())
        .hasSizeGreaterThan(300)
        .allSatisfy(
            example ->
                assertThat(patterns.get(example.rule()).example()).isEqualTo(example.text()));
  }
}
