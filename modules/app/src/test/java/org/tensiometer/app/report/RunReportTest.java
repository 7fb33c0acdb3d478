package org.tensiometer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensiometer.app.Screen;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Factuality;

class RunReportTest {

  @Test
  void shouldGiveEachClaimOneDispositionThatAddUp() {
    String report =
        report(
            1,
            Claims.counting().build(),
            Claims.uncoded().build(),
            Claims.counting().setClaimId("c3").setDisposition(Disposition.RETRACTED).build());

    assertThat(report)
        .contains(
            "4 claims = 1 indexed + 1 not indexed + 0 duplicate + 0 late + 1 retracted"
                + " + 1 dead-lettered")
        .contains("not indexed: 1 no act");
  }

  @Test
  void shouldShowForEachPairItsClaimsByClassAndFactualityAndTheStrongestInTheArticlesWords() {
    String report =
        report(
            0,
            Claims.counting().build(),
            Claims.counting().setClaimId("c4").setFactuality(Factuality.DENIED).build());

    assertThat(report)
        .contains("CHN-JPN      -      -  no indicator  VX 1 asserted, 1 denied")
        .contains(
            "    JPN -> CHN ACCUSE -2.0 asserted, said by the ministry (JPN): "
                + "\"Japan accused China on Friday.\"");
  }

  @Test
  void shouldFitTheScreenAndUseColourOnlyWhereItMay() {
    StringWriter plain = new StringWriter();
    StringWriter coloured = new StringWriter();
    RunOutcome outcome = new RunOutcome(List.of(Claims.counting().build()), 0, Map.of(), List.of());
    new RunReport(new PrintWriter(plain), new Screen(70, false)).print(outcome);
    new RunReport(new PrintWriter(coloured), new Screen(70, true)).print(outcome);

    assertThat(plain.toString().lines()).allMatch(line -> line.length() <= 70);
    assertThat(plain.toString()).doesNotContain("\u001B");
    assertThat(coloured.toString()).contains("\u001B[1m");
    assertThat(coloured.toString().replaceAll("\u001B\\[[0-9]+m", "")).isEqualTo(plain.toString());
  }

  @Test
  void shouldTellProgramsTheSame() throws IOException {
    RunOutcome outcome =
        new RunOutcome(
            List.of(Claims.counting().build(), Claims.uncoded().build()), 1, Map.of(), List.of());

    JsonNode json =
        new ObjectMapper()
            .readTree(new RunJson(outcome, new RunCost(2, Duration.ofSeconds(4), 7)).line());

    assertThat(json.at("/claims/indexed").asInt()).isEqualTo(1);
    assertThat(json.at("/claims/dead_lettered").asInt()).isEqualTo(1);
    assertThat(json.at("/not_indexed/no act").asInt()).isEqualTo(1);
    assertThat(json.at("/pairs/0/pair").asText()).isEqualTo("CHN-JPN");
    assertThat(json.at("/pairs/0/claims/verbal_conflict/asserted").asInt()).isEqualTo(1);
    assertThat(json.at("/pairs/0/strongest_claim").asText()).isEqualTo("c1");
    assertThat(json.at("/cost/articles_per_second").asDouble()).isEqualTo(0.5);
  }

  @Test
  void shouldSayWhatItTookWithUnits() {
    assertThat(new RunCost(1203, Duration.ofMillis(160_400), 1_181_116_006L).sentence())
        .isEqualTo(
            "1,203 articles in 160.4 s, from reading to the last result: 7.5 articles/s; peak"
                + " memory 1,126 MiB.");
  }

  @Test
  void shouldSayWhereToLookWhenNothingWasFound() {
    assertThat(report(0, Claims.uncoded().build())).contains("claims --why FILE");
  }

  private static String report(int deadLettered, CodedClaim... claims) {
    StringWriter out = new StringWriter();
    new RunReport(new PrintWriter(out), new Screen(120, false))
        .print(new RunOutcome(List.of(claims), deadLettered, Map.of(), List.of()));
    return out.toString();
  }
}
