package org.tensiometer.app.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.EventDate;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Granularity;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;

/** Coded claims made by hand. */
final class Claims {

  static final EventCoding ACCUSE =
      new EventCoding(
          EventType.ACCUSE,
          null,
          "military",
          "112",
          QuadClass.VERBAL_CONFLICT,
          -200_000L,
          false,
          "accuse.of");

  private static final LocalDate DAY = LocalDate.parse("2024-06-21");

  private Claims() {}

  /** Japan accuses China on Friday, said by a ministry. */
  static CodedClaim.Builder counting() {
    return CodedClaim.newBuilder()
        .setClaimId("c1")
        .setArticleId("a1")
        .setReceivedAt(Instant.parse("2024-06-21T00:00:00Z"))
        .setRevision(new Revision(Instant.parse("2024-06-21T00:00:00Z"), "0"))
        .setClaimIndex(0)
        .setGeneration("g1")
        .setSentence(new SentenceSpan(3, 120, 310, "Japan accused China on Friday."))
        .setSpeaker(new Actor("the ministry", 121, 133, "JPN", "GOV", "x"))
        .setAttribution(Attribution.INDIRECT)
        .setPredicate(new Predicate("accused", "accuse", 1, 126, 133, PredicateKind.VERB))
        .setSource(List.of(new Actor("Japan", 120, 125, "JPN", "GOV", "x")))
        .setTarget(List.of(new Actor("China", 134, 139, "CHN", null, "x")))
        .setCoding(ACCUSE)
        .setFactuality(Factuality.ASSERTED)
        .setHistorical(false)
        .setEventDate(new EventDate(DAY, DAY, Granularity.DAY, "on Friday", 140))
        .setDay(DAY)
        .setDayBasis(DayBasis.TEXT)
        .setConfidence(0.8)
        .setLexicon("1")
        .setCoder("1")
        .setEngine(new Engine("hand", "1"))
        .setDisposition(Disposition.INDEXED)
        .setReason(null);
  }

  /** A claim whose act has no code. */
  static CodedClaim.Builder uncoded() {
    return counting()
        .setClaimId("c2")
        .setSpeaker(null)
        .setAttribution(Attribution.NARRATED)
        .setSource(List.of())
        .setTarget(List.of(new Actor("the islands", 134, 145, null, null, null)))
        .setCoding(null)
        .setEventDate(null)
        .setConfidence(0)
        .setDisposition(Disposition.NOT_INDEXED)
        .setReason("no act");
  }
}
