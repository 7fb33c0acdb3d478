package org.tensiometer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The keys, their order and their nulls are relied on by tools outside: this text may not change.
 */
class ClaimJsonTest {

  private final ClaimJson json = new ClaimJson();

  @Test
  void shouldWriteACodedClaimWithAllKeysInTheFixedOrder() {
    assertThat(json.line(Claims.counting().build()))
        .isEqualTo(
            "{\"article\":\"a1\",\"claim\":\"c1\","
                + "\"sentence\":{\"index\":3,\"start\":120,\"end\":310},"
                + "\"speaker\":{\"text\":\"the ministry\",\"country\":\"JPN\",\"sector\":\"GOV\","
                + "\"start\":121,\"end\":133},\"attribution\":\"INDIRECT\","
                + "\"source\":[{\"text\":\"Japan\",\"country\":\"JPN\",\"sector\":\"GOV\","
                + "\"start\":120,\"end\":125}],"
                + "\"target\":[{\"text\":\"China\",\"country\":\"CHN\",\"sector\":null,"
                + "\"start\":134,\"end\":139}],"
                + "\"predicate\":{\"text\":\"accused\",\"lemma\":\"accuse\",\"start\":126,"
                + "\"end\":133},"
                + "\"event\":\"ACCUSE\",\"mode\":null,\"context\":\"military\",\"cameo\":\"112\","
                + "\"quad\":\"VERBAL_CONFLICT\",\"goldstein\":-2.0,"
                + "\"factuality\":\"ASSERTED\",\"historical\":false,"
                + "\"event_date\":{\"start\":\"2024-06-21\",\"end\":\"2024-06-21\","
                + "\"text\":\"on Friday\"},"
                + "\"confidence\":0.8,\"rule\":\"accuse.of\",\"lexicon\":\"1\",\"reason\":null}");
  }

  @Test
  void shouldWriteNullsForWhatIsUnknown() {
    assertThat(json.line(Claims.uncoded().build()))
        .contains("\"speaker\":null,\"attribution\":\"NARRATED\",\"source\":[]")
        .contains("\"country\":null,\"sector\":null")
        .contains(
            "\"event\":null,\"mode\":null,\"context\":null,\"cameo\":null,\"quad\":null,"
                + "\"goldstein\":null")
        .contains("\"event_date\":null")
        .endsWith("\"rule\":null,\"lexicon\":\"1\",\"reason\":\"no act\"}");
  }

  @Test
  void shouldKeepAClaimOnOneLineWhateverItsWordsAre() {
    String line =
        json.line(
            Claims.counting().setLexicon("two\nlines \"quoted\" \u2028 \uD83D\uDE80").build());

    assertThat(line).doesNotContain("\n").contains("two\\nlines \\\"quoted\\\"");
  }
}
