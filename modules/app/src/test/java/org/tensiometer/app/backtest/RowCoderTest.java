package org.tensiometer.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.app.backtest.EventClasses.EventClass;
import org.tensiometer.app.backtest.EventClasses.Scheme;
import org.tensiometer.app.backtest.EventFile.Numbered;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.QuadClass;

class RowCoderTest {

  private final EventClasses classes = new EventClasses();
  private final RowClaims claims = new RowClaims("events.tsv");

  @ParameterizedTest
  @CsvSource({
    "190, -10, CAMEO, ASSAULT, MATERIAL_CONFLICT",
    "CAMEO 0831, 5, CAMEO, RETREAT, MATERIAL_COOPERATION",
    "138, -7, CAMEO, THREATEN, VERBAL_CONFLICT",
    "016, -5, CAMEO, SUPPORT, VERBAL_COOPERATION",
    "COERCE, -7, PLOVER, COERCE, MATERIAL_CONFLICT",
    "PLOVER AID food, 7, PLOVER, AID, MATERIAL_COOPERATION",
    "WEIS 223, -10, SIGN, ACCUSE, VERBAL_CONFLICT",
    "WEIS 065, 2.9, SIGN, SUPPORT, VERBAL_COOPERATION",
    "223, -10, SIGN, ACCUSE, VERBAL_CONFLICT",
    "COERCED, 1, SIGN, SUPPORT, VERBAL_COOPERATION",
    "x, 0, SIGN, SUPPORT, VERBAL_COOPERATION"
  })
  void shouldTakeTheClassFromTheCodeOrElseFromTheSign(
      String code, String goldstein, Scheme scheme, EventType event, QuadClass quad) {
    EventClass found = classes.of(row("1991-06-27\tSRB\tHRV\t" + code + '\t' + goldstein));

    assertThat(found.scheme()).isEqualTo(scheme);
    assertThat(found.event()).isEqualTo(event);
    assertThat(found.quad()).isEqualTo(quad);
  }

  @Test
  void shouldMakeAnIndexedClaimOfTheRowAndNothingElse() {
    ClaimEvent event = claims.of(new Numbered(17, row("1991-06-27\tSRB\tBIHSER\tWEIS 223\t-7.25")));
    CodedClaim claim = new RowCoder(classes).code(event, "g1");

    assertThat(claim.getDisposition()).isEqualTo(Disposition.INDEXED);
    assertThat(claim.getDay()).isEqualTo(LocalDate.of(1991, 6, 27));
    assertThat(claim.getFactuality()).isEqualTo(Factuality.ASSERTED);
    assertThat(claim.getCoding().getIntensityMicros()).isEqualTo(-725_000);
    assertThat(claim.getSource()).extracting(Actor::getCountry).isEqualTo(List.of("SRB"));
    assertThat(claim.getTarget()).extracting(Actor::getCountry).isEqualTo(List.of("BIHSER"));
    assertThat(claim.getOutlet()).isNull();
    assertThat(claim.getArticleId()).isEqualTo("line-17");
    assertThat(claim.getSentence().getText()).isEqualTo("1991-06-27\tSRB\tBIHSER\tWEIS 223\t-7.25");
    assertThat(
            claim
                .getSentence()
                .getText()
                .substring(claim.getPredicate().getStart(), claim.getPredicate().getEnd()))
        .isEqualTo("WEIS 223");
  }

  @Test
  void shouldTellTwoEqualRowsApart() {
    EventRow row = row("1991-06-27\tSRB\tHRV\tx\t-1");

    assertThat(claims.of(new Numbered(2, row)).getClaim().getClaimId())
        .isNotEqualTo(claims.of(new Numbered(3, row)).getClaim().getClaimId());
  }

  private static EventRow row(String text) {
    return EventRow.parse(text);
  }
}
