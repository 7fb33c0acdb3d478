package org.tensiometer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        .contains("CHN-JPN   no indicator  claims: VX 1 asserted, 1 denied")
        .contains(
            "JPN -> CHN ACCUSE -2.0 asserted, said by the ministry (JPN): "
                + "\"Japan accused China on Friday.\"");
  }

  @Test
  void shouldSayWhereToLookWhenNothingWasFound() {
    assertThat(report(0, Claims.uncoded().build())).contains("claims --why FILE");
  }

  private static String report(int deadLettered, CodedClaim... claims) {
    StringWriter out = new StringWriter();
    new RunReport(new PrintWriter(out)).print(List.of(claims), deadLettered, Map.of(), List.of());
    return out.toString();
  }
}
