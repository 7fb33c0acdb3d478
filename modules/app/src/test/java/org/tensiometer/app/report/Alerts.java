package org.tensiometer.app.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.SentenceSpan;
import org.tensiometer.contracts.TensionAlert;

/** An alert made by hand. */
public final class Alerts {

  private static final LocalDate DAY = LocalDate.parse("2024-06-21");
  private static final Instant TIME = Instant.parse("2024-06-21T08:00:00Z");

  private Alerts() {}

  /** Between China and Japan, with one accusation behind it. */
  public static TensionAlert raised() {
    Evidence evidence =
        Evidence.newBuilder()
            .setClaimId("c1")
            .setArticleId("a1")
            .setUrl("https://harbour.example/1")
            .setOutlet("Harbour Post")
            .setTitle(null)
            .setPublished(TIME)
            .setSentence(new SentenceSpan(0, 0, 30, "Japan accused China on Friday."))
            .setPredicateStart(6)
            .setPredicateEnd(13)
            .setSpeaker("the ministry")
            .setSpeakerCountry("JPN")
            .setSourceText("Japan")
            .setTargetText("China")
            .setRule("accuse.of")
            .build();
    ClusterSummary cluster =
        ClusterSummary.newBuilder()
            .setClusterId("c1")
            .setDay(DAY)
            .setEvent(EventType.ACCUSE)
            .setQuad(QuadClass.VERBAL_CONFLICT)
            .setDirection(Direction.B_TO_A)
            .setFactuality(Factuality.ASSERTED)
            .setIntensityMicros(-200_000)
            .setWeightMicros(200_000)
            .setClaims(1)
            .setClaimIds(List.of("c1"))
            .setOutlets(List.of("Harbour Post"))
            .setOwners(1)
            .setFirstSeen(TIME)
            .setEvidence(List.of(evidence))
            .build();
    return TensionAlert.newBuilder()
        .setAlertId("a0")
        .setPair("CHN-JPN")
        .setCountryA("CHN")
        .setCountryB("JPN")
        .setKind(AlertKind.RAISE)
        .setTier(1)
        .setFirstDay(DAY)
        .setDay(DAY)
        .setStatus(IndicatorStatus.OK)
        .setScore(3.2)
        .setLevel(40)
        .setClusters(3)
        .setOutlets(3)
        .setOwners(3)
        .setSentence("Tension between China and Japan rose above its normal range.")
        .setTopClusters(List.of(cluster))
        .setRuleVersion("1")
        .setConfigHash("0")
        .setGeneration("g1")
        .setRevision(1)
        .setLastReceivedAt(TIME)
        .build();
  }
}
