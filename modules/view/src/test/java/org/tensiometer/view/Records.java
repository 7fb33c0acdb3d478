package org.tensiometer.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.Baseline;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.DirectionTotals;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.QuadTotals;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;
import org.tensiometer.contracts.Stock;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.WindowTotals;

/** Records of the topics of results, made by hand. */
public final class Records {

  private static final Instant NOON = Instant.parse("2024-06-21T12:00:00Z");

  private Records() {}

  /**
   * A day of a pair whose week holds a conflict severity of 5, which is level 50.
   *
   * @param score null in WARMUP
   */
  public static TensionIndicator indicator(String pair, String day, Double score) {
    QuadTotals none = new QuadTotals(0L, 0L, 0L, 0L);
    QuadTotals severity = new QuadTotals(0L, 0L, 2_000_000L, 3_000_000L);
    DirectionTotals direction = new DirectionTotals(none, severity, 0L, null, 0L);
    WindowTotals window = new WindowTotals(7, direction, direction, direction);
    return TensionIndicator.newBuilder()
        .setPair(pair)
        .setCountryA(pair.substring(0, 3))
        .setCountryB(pair.substring(4))
        .setDay(LocalDate.parse(day))
        .setState(DayState.OPEN)
        .setRevision(1)
        .setGeneration("g1")
        .setStatus(score == null ? IndicatorStatus.WARMUP : IndicatorStatus.OK)
        .setScore(score)
        .setBaseline(score == null ? null : new Baseline(2.0, 0.5, 100, 14))
        .setLevel(50)
        .setWindow1d(window)
        .setWindow7d(window)
        .setStock(new Stock(0L, 0L, 0L))
        .setClaims(3)
        .setClusters(2)
        .setOutlets(2)
        .setOwners(2)
        .setFactuality(List.of())
        .setDrivers(List.of())
        .setTopClusters(List.of())
        .setLevelDelta(0)
        .setSlopeMicros(0)
        .setTier(0)
        .setRuleVersion("1")
        .setConfigHash("0")
        .setLexicons(List.of())
        .setCoders(List.of())
        .build();
  }

  public static TensionAlert alert(String id, String pair, int tier) {
    LocalDate day = LocalDate.parse("2024-06-21");
    return TensionAlert.newBuilder()
        .setAlertId(id)
        .setPair(pair)
        .setCountryA(pair.substring(0, 3))
        .setCountryB(pair.substring(4))
        .setKind(AlertKind.RAISE)
        .setTier(tier)
        .setFirstDay(day)
        .setDay(day)
        .setStatus(IndicatorStatus.OK)
        .setScore(3.5)
        .setLevel(50)
        .setClusters(4)
        .setOutlets(2)
        .setOwners(2)
        .setSentence("A pair left its normal range.")
        .setTopClusters(List.of())
        .setRuleVersion("1")
        .setConfigHash("0")
        .setGeneration("g1")
        .setRevision(1)
        .setLastReceivedAt(NOON)
        .build();
  }

  /** Japan accuses China; the sentence begins at character 120 of its article. */
  public static CodedClaim.Builder claim(String id, String day) {
    return CodedClaim.newBuilder()
        .setClaimId(id)
        .setArticleId("a1")
        .setReceivedAt(NOON)
        .setRevision(new Revision(NOON, "0"))
        .setClaimIndex(0)
        .setGeneration("g1")
        .setSentence(new SentenceSpan(3, 120, 149, "Japan accused China on Friday"))
        .setAttribution(Attribution.NARRATED)
        .setPredicate(new Predicate("accused", "accuse", 1, 126, 133, PredicateKind.VERB))
        .setSource(List.of(new Actor("Japan", 120, 125, "JPN", "GOV", "x")))
        .setTarget(List.of(new Actor("China", 134, 139, "CHN", null, "x")))
        .setCoding(coding(-200_000))
        .setFactuality(Factuality.ASSERTED)
        .setHistorical(false)
        .setDay(LocalDate.parse(day))
        .setDayBasis(DayBasis.PUBLISHED)
        .setConfidence(0.8)
        .setLexicon("1")
        .setCoder("1")
        .setEngine(new Engine("hand", "1"))
        .setDisposition(Disposition.INDEXED);
  }

  public static EventCoding coding(long intensityMicros) {
    return new EventCoding(
        EventType.ACCUSE,
        null,
        null,
        "112",
        QuadClass.VERBAL_CONFLICT,
        intensityMicros,
        false,
        "accuse.of");
  }
}
