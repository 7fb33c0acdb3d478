package org.tensiometer.topology.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.FactualityTotals;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;

class PairStageTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2024, 6, 21);

  private final PairStageDriver stage = new PairStageDriver();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void shouldSayNothingBeforeItFlushes() {
    stage.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters"));

    assertThat(stage.news()).isEmpty();
    stage.flush();
    assertThat(stage.news()).isNotEmpty();
  }

  @Test
  void shouldPublishTheDayOfAClaimWithItsWords() {
    stage.tick("2024-06-21T20:00:00Z", START).take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters"));
    stage.flush();

    TensionIndicator indicator = stage.indicator("KOR-RUS#2024-06-21");
    assertThat(indicator.getState()).isEqualTo(DayState.OPEN);
    assertThat(indicator.getStatus()).isEqualTo(IndicatorStatus.SPARSE);
    assertThat(indicator.getRevision()).isZero();
    // severity 0.9, one outlet of reliability 0.8
    assertThat(indicator.getWindow7d().getPair().getSeverityMicros().getMaterialConflict())
        .isEqualTo(720_000);
    assertThat(indicator.getWindow7d().getAToB()).isEqualTo(indicator.getWindow7d().getPair());
    assertThat(indicator.getClaims()).isEqualTo(1);
    assertThat(indicator.getTopClusters()).hasSize(1);
    assertThat(indicator.getTopClusters().get(0).getEvidence().get(0).getSentence().getText())
        .startsWith("Sentence of c1, ");
  }

  @Test
  void shouldCountAReciprocalActOnceInThePairAndOnceInEachDirection() {
    stage.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters").with(Direction.BOTH)).flush();

    TensionIndicator indicator = stage.indicator("KOR-RUS#2024-06-21");
    assertThat(indicator.getWindow1d().getPair().getClusters().getMaterialConflict()).isEqualTo(1);
    assertThat(indicator.getWindow1d().getAToB().getClusters().getMaterialConflict()).isEqualTo(1);
    assertThat(indicator.getWindow1d().getBToA().getClusters().getMaterialConflict()).isEqualTo(1);
    assertThat(indicator.getClusters()).isEqualTo(1);
  }

  @Test
  void shouldSplitEachDirectionByFactualityAndNameWhatItWasMadeWith() {
    stage.take(
        Claims.attack("c1", "KOR-RUS", DAY, "Reuters"),
        Claims.attack("c2", "KOR-RUS", DAY, "BBC").with(Direction.B_TO_A).with(Factuality.DENIED),
        Claims.attack("c3", "KOR-RUS", DAY, "AFP").with(Direction.BOTH));
    stage.flush();

    TensionIndicator indicator = stage.indicator("KOR-RUS#2024-06-21");
    assertThat(indicator.getFactuality())
        .containsExactly(
            new FactualityTotals("ASSERTED", 2L, 1_800_000L),
            new FactualityTotals("DENIED", 1L, 900_000L));
    assertThat(indicator.getFactualityAToB())
        .containsExactly(new FactualityTotals("ASSERTED", 2L, 1_800_000L));
    assertThat(indicator.getFactualityBToA())
        .containsExactly(
            new FactualityTotals("ASSERTED", 1L, 900_000L),
            new FactualityTotals("DENIED", 1L, 900_000L));
    assertThat(indicator.getEngines()).containsExactly("engine 1");
    assertThat(indicator.getCoders()).containsExactly("coder-1");
    assertThat(indicator.getSourcePanel()).hasSize(16);
  }

  @Test
  void shouldSayTheQuietWeekAfterAClaimOnceAndThenBeSilent() {
    stage.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters"));
    stage.tick("2024-08-30T12:00:00Z", START).flush();

    assertThat(stage.last().keySet())
        .hasSize(8)
        .contains("KOR-RUS#2024-06-21", "KOR-RUS#2024-06-28")
        .doesNotContain("KOR-RUS#2024-06-20", "KOR-RUS#2024-06-29");
    assertThat(stage.indicator("KOR-RUS#2024-06-27").getLevel()).isGreaterThan(0);
    assertThat(stage.indicator("KOR-RUS#2024-06-28").getLevel()).isZero();
  }

  @Test
  void shouldPublishEveryDayOfAPairThatCameAfterTheCalendarWasPublishedAndTakeAllBackWithIt() {
    try (PairStageDriver everyDay =
        new PairStageDriver(PairStageSettings.defaults().withoutPauses().withEveryDay(true))) {
      everyDay.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters"));
      everyDay.tick("2024-06-30T12:00:00Z", DAY.minusDays(40)).flush();
      Claims later = Claims.attack("c2", "KOR-USA", DAY, "Reuters");
      everyDay.take(later).flush();

      assertThat(everyDay.last().keySet()).filteredOn(key -> key.startsWith("KOR-USA")).hasSize(50);

      everyDay.take(later.retracted()).flush();

      assertThat(everyDay.last().keySet())
          .hasSize(50)
          .allSatisfy(key -> assertThat(key).startsWith("KOR-RUS"));
    }
  }

  @Test
  void shouldSayTheNextTimeWhatItHadNoTimeFor() {
    PairStageSettings onePairAtATime =
        new PairStageSettings(Duration.ofMillis(200), 50_000, 1, Duration.ofNanos(1), false);
    try (PairStageDriver hasty = new PairStageDriver(onePairAtATime)) {
      for (PairStageDriver driver : List.of(hasty, stage)) {
        driver.take(
            Claims.attack("c1", "KOR-RUS", DAY, "Reuters"),
            Claims.attack("c2", "KOR-USA", DAY, "Reuters"),
            Claims.attack("c3", "RUS-USA", DAY, "Reuters"));
        driver.flush().tick("2024-06-30T12:00:00Z", DAY.minusDays(40)).flush();
      }

      assertThat(hasty.last()).isEqualTo(stage.last()).isNotEmpty();
    }
  }

  @Test
  void shouldPublishEveryDayOfTheCalendarIfAskedTo() {
    try (PairStageDriver daily =
        new PairStageDriver(PairStageSettings.defaults().withoutPauses().withEveryDay(true))) {
      daily.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters"));
      daily.tick("2024-12-31T12:00:00Z", START).flush();

      assertThat(daily.last()).hasSize(366);
    }
  }

  @Test
  void shouldCloseAndFinishADayByTicksAlone() {
    stage.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters"));

    stage.tick("2024-06-22T01:59:59Z", START).flush();
    assertThat(stage.indicator("KOR-RUS#2024-06-21").getState()).isEqualTo(DayState.OPEN);
    stage.tick("2024-06-22T02:00:00Z", START).flush();
    assertThat(stage.indicator("KOR-RUS#2024-06-21").getState()).isEqualTo(DayState.CLOSED);
    stage.tick("2024-07-22T01:59:59Z", START).flush();
    assertThat(stage.indicator("KOR-RUS#2024-06-21").getState()).isEqualTo(DayState.CLOSED);
    stage.tick("2024-07-22T02:00:00Z", START).flush();
    assertThat(stage.indicator("KOR-RUS#2024-06-21").getState()).isEqualTo(DayState.FINAL);
  }

  @Test
  void shouldNotRepeatItselfWhenATickChangesNothing() {
    stage.tick("2024-06-21T20:00:00Z", START).take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters"));
    stage.flush().news();

    stage.tick("2024-06-21T20:00:10Z", START).tick("2024-06-21T19:00:00Z", DAY).flush();

    assertThat(stage.news()).isEmpty();
  }

  @Test
  void shouldIgnoreAClaimThatArrivesTwiceAndARetractionOfNothing() {
    Claims claim = Claims.attack("c1", "KOR-RUS", DAY, "Reuters");
    stage.take(claim).flush().news();

    stage.take(claim, Claims.attack("c2", "KOR-RUS", DAY, "AFP").retracted()).flush();

    assertThat(stage.news()).isEmpty();
  }

  @Test
  void shouldMoveAnEventToTheNextDayWhenItsFirstReportIsTakenBack() {
    Claims first = Claims.attack("c1", "KOR-RUS", DAY, "Reuters").saying("shells on the harbour");
    Claims second =
        Claims.attack("c2", "KOR-RUS", DAY.plusDays(1), "AFP").saying("shells on the harbour");
    stage.take(first, second).flush();

    TensionIndicator both = stage.indicator("KOR-RUS#2024-06-22");
    assertThat(both.getClusters()).isEqualTo(1);
    assertThat(both.getClaims()).isEqualTo(2);
    assertThat(both.getTopClusters().get(0).getEvidence()).hasSize(2);
    assertThat(both.getWindow1d().getPair().getSeverityMicros().getMaterialConflict()).isZero();

    stage.take(first.retracted()).flush();

    TensionIndicator one = stage.indicator("KOR-RUS#2024-06-22");
    assertThat(one.getClusters()).isEqualTo(1);
    assertThat(one.getWindow1d().getPair().getSeverityMicros().getMaterialConflict())
        .isEqualTo(720_000);
    assertThat(stage.last()).doesNotContainKey("KOR-RUS#2024-06-21");
  }

  @Test
  void shouldGiveAndTakeTheDaysUpToAClaimOfADayToCome() {
    stage.tick("2024-06-21T20:00:00Z", START).take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters"));
    Object before = stage.flush().last();
    Claims toCome = Claims.attack("c2", "KOR-RUS", DAY.plusDays(3), "AFP");

    stage.take(toCome).flush();

    assertThat(stage.last())
        .containsOnlyKeys(
            "KOR-RUS#2024-06-21", "KOR-RUS#2024-06-22", "KOR-RUS#2024-06-23", "KOR-RUS#2024-06-24");

    stage.take(toCome.retracted()).flush();

    assertThat(stage.last()).isEqualTo(before);
  }

  @Test
  void shouldTakeBackExactlyWhatAClaimGave() {
    stage.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters")).flush();
    Object before = stage.last();
    Claims wrong = Claims.attack("c2", "KOR-RUS", DAY.minusDays(2), "AFP");
    stage.take(wrong).flush();
    assertThat(stage.last()).isNotEqualTo(before);

    stage.take(wrong.retracted()).flush();

    assertThat(stage.last()).isEqualTo(before);
  }

  @Test
  void shouldLeaveTombstonesAndNoClaimWhenEverythingIsTakenBack() {
    Claims claim = Claims.attack("c1", "KOR-RUS", DAY, "Reuters");
    stage.tick("2024-06-21T20:00:00Z", START).take(claim).flush();
    stage.take(claim.retracted()).flush();

    assertThat(stage.last()).isEmpty();
    for (String store :
        List.of(
            PairStores.CONTRIBUTIONS,
            PairStores.DAYS,
            PairStores.SERIES,
            PairStores.DIRTY,
            PairStores.ALERTS)) {
      assertThat(stage.keys(store)).as(store).isEmpty();
    }
  }

  @Test
  void shouldRaiseByTheRevisionWithEachChangeOfARecord() {
    stage.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters")).flush();
    stage.take(Claims.attack("c2", "KOR-RUS", DAY, "AFP")).flush();
    stage.take(Claims.attack("c1", "KOR-RUS", DAY, "Reuters").retracted()).flush();
    stage.take(Claims.attack("c2", "KOR-RUS", DAY, "AFP").retracted()).flush();
    stage.take(Claims.attack("c3", "KOR-RUS", DAY, "AFP")).flush();

    Map<String, List<Integer>> revisions = new HashMap<>();
    for (PairOutput output : stage.outputs()) {
      if (output instanceof PairOutput.Indicator indicator && indicator.value() != null) {
        revisions
            .computeIfAbsent(output.key(), k -> new ArrayList<>())
            .add(indicator.value().getRevision());
      }
    }
    // The fourth is the tombstone.
    assertThat(revisions).containsOnly(Map.entry("KOR-RUS#2024-06-21", List.of(1, 2, 3, 5)));
  }

  @Test
  void shouldRaiseAnAlertAtOnceOnTheOpenDayAndClearItAfterSevenQuietClosedDays() {
    stage.tick("2024-06-21T20:00:00Z", START).take(outbreak());
    stage.flush();

    TensionAlert raised = alerts().get(0);
    assertThat(raised.getKind()).isEqualTo(AlertKind.RAISE);
    assertThat(raised.getFirstDay()).isEqualTo(DAY);
    assertThat(raised.getScore()).isGreaterThanOrEqualTo(3.0);
    assertThat(raised.getTopClusters()).isNotEmpty();
    assertThat(raised.getSentence())
        .startsWith("Tension between South Korea and Russia rose above its normal range on 2024-");
    assertThat(stage.indicator("KOR-RUS#2024-06-21").getAlertId()).isEqualTo(raised.getAlertId());

    stage.news();
    stage.tick("2024-07-04T01:00:00Z", START).flush();
    assertThat(alerts()).isEmpty();
    stage.tick("2024-07-05T02:00:00Z", START).flush();

    assertThat(alerts()).extracting(TensionAlert::getKind).contains(AlertKind.CLEAR);
    List<PairOutput> outputs = stage.outputs();
    assertThat(outputs).contains(new PairOutput.Alert(raised.getAlertId(), null));
    assertThat(stage.last()).doesNotContainKey(raised.getAlertId());
  }

  @Test
  void shouldWithdrawAnAlertWhoseClaimsAreTakenBack() {
    stage.tick("2024-06-21T20:00:00Z", START).take(outbreak()).flush();
    TensionAlert raised = alerts().get(0);
    stage.news();

    for (Claims claim : outbreak()) {
      stage.take(claim.retracted());
    }
    stage.flush();

    List<PairOutput.Alert> said = new ArrayList<>();
    for (PairOutput output : stage.outputs()) {
      if (output instanceof PairOutput.Alert alert) {
        said.add(alert);
      }
    }
    assertThat(said).hasSize(2).extracting(PairOutput::key).containsOnly(raised.getAlertId());
    assertThat(said.get(0).value().getKind()).isEqualTo(AlertKind.WITHDRAW);
    assertThat(said.get(0).value().getRevision()).isGreaterThan(raised.getRevision());
    assertThat(said.get(0).value().getTopClusters()).isEmpty();
    assertThat(said.get(1).value()).isNull();
  }

  @Test
  void shouldFlashWithoutBaselineWhenThreeOwnersConfirmAGraveEvent() {
    stage.tick("2024-01-05T12:00:00Z", START);
    LocalDate early = LocalDate.of(2024, 1, 5);
    stage.take(
        Claims.attack("c1", "KOR-RUS", early, "Reuters"),
        Claims.attack("c2", "KOR-RUS", early, "AFP"));
    stage.flush();
    assertThat(alerts()).isEmpty();

    stage.take(Claims.attack("c3", "KOR-RUS", early, "BBC")).flush();

    assertThat(alerts()).hasSize(1);
    TensionAlert flash = alerts().get(0);
    assertThat(flash.getKind()).isEqualTo(AlertKind.FLASH);
    assertThat(flash.getStatus()).isEqualTo(IndicatorStatus.WARMUP);
    assertThat(flash.getScore()).isNull();
    assertThat(flash.getSentence())
        .isEqualTo(
            "Grave event between South Korea and Russia: South Korea attacked Russia on"
                + " 2024-01-05, confirmed by 3 independent sources.");
  }

  @Test
  void shouldKeepThreatsDenialsAndConditionsOutOfMaterialConflict() {
    stage.take(
        Claims.attack("c1", "KOR-RUS", DAY, "Reuters").with(Factuality.DENIED),
        Claims.attack("c2", "KOR-RUS", DAY, "Reuters").with(Factuality.CONDITIONAL),
        Claims.attack("c3", "KOR-RUS", DAY, "Reuters").with(Factuality.INTENDED),
        Claims.attack("c4", "KOR-RUS", DAY, "Reuters")
            .as(EventType.THREATEN, QuadClass.VERBAL_CONFLICT, -400_000));
    stage.flush();

    TensionIndicator indicator = stage.indicator("KOR-RUS#2024-06-21");
    assertThat(indicator.getWindow7d().getPair().getSeverityMicros().getMaterialConflict())
        .isZero();
    assertThat(indicator.getWindow7d().getPair().getSeverityMicros().getVerbalConflict())
        .isEqualTo(360_000 + 320_000);
    assertThat(indicator.getFactuality())
        .extracting(f -> f.getLabel() + f.getClaims())
        .containsExactly("ASSERTED1", "CONDITIONAL1", "DENIED1", "INTENDED1");
  }

  @Test
  void shouldRefuseAClaimOfAYearThatNoKeyCanHold() {
    Claims absurd = Claims.attack("c1", "KOR-RUS", LocalDate.of(12_024, 1, 1), "Reuters");

    assertThatThrownBy(() -> stage.take(absurd)).rootCause().hasMessageContaining("years are");
  }

  /** Three days of coercion that three owners report, after half a year of peace. */
  private static Claims[] outbreak() {
    List<Claims> claims = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (String outlet : List.of("Reuters", "AFP", "BBC")) {
        claims.add(
            Claims.attack("c" + i + outlet, "KOR-RUS", DAY.minusDays(i), outlet)
                .as(EventType.COERCE, QuadClass.MATERIAL_CONFLICT, -800_000));
      }
    }
    return claims.toArray(Claims[]::new);
  }

  private List<TensionAlert> alerts() {
    List<TensionAlert> alerts = new ArrayList<>();
    for (PairOutput output : stage.outputs()) {
      if (output instanceof PairOutput.Alert alert && alert.value() != null) {
        alerts.add(alert.value());
      }
    }
    return alerts;
  }
}
