package org.tensiometer.topology.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.EventDate;
import org.tensiometer.topology.deadletter.RefusedRecordException;
import org.tensiometer.topology.time.TimeRules;
import org.tensiometer.wire.deadletters.DeadLetters;

/**
 * Judges the times of a claim by what its own record says (F12), never by a clock or by the records
 * around it, so that every replay judges alike.
 */
final class TimeGate {

  private final TimeRules rules;

  TimeGate(TimeRules rules) {
    this.rules = rules;
  }

  /**
   * @param written when the record was written, as it says itself
   * @throws RefusedRecordException if a time of the event cannot be true
   */
  void requireCredible(ClaimEvent event, Instant written) {
    Instant received = event.getReceivedAt();
    if (received.toEpochMilli() <= 0) {
      throw refused(event, "received_at " + received + " is not after 1970-01-01");
    }
    if (received.isAfter(rules.latestCredible(written))) {
      throw refused(
          event, "received_at " + received + " is after " + written + ", when it was written");
    }
    Instant published = event.getPublished();
    if (published != null && published.toEpochMilli() <= 0) {
      throw refused(event, "published " + published + " is not after 1970-01-01");
    }
    LocalDate receivedDay = dayOf(received);
    if (published != null
        && dayOf(published).isAfter(receivedDay.plusDays(rules.clockSkewDays()))) {
      throw refused(event, "published " + published + " is after received_at " + received);
    }
    EventDate date = event.getClaim().getEventDate();
    if (date == null) {
      return;
    }
    if (date.getStart().isBefore(rules.earliestEventDay())) {
      throw refused(
          event, "event day " + date.getStart() + " is before " + rules.earliestEventDay());
    }
    if (date.getStart().isAfter(receivedDay.plusDays(rules.eventHorizonDays()))) {
      throw refused(
          event,
          "event day "
              + date.getStart()
              + " is more than "
              + rules.eventHorizonDays()
              + " days after receipt");
    }
  }

  /**
   * A revision from the future would stand above every correction.
   *
   * @param written when the record was written, as it says itself
   * @throws RefusedRecordException if the revision is dated after that
   */
  void requireCredibleRevision(ClaimEvent event, Instant written) {
    Instant updated = event.getRevision().getUpdatedAt();
    if (updated.isAfter(rules.latestCredible(written))) {
      throw refused(
          event, "its revision of " + updated + " is after " + written + ", when it was written");
    }
  }

  /**
   * The claim with the disposition that its times give it, if it would count otherwise.
   *
   * @param lateAdmitted whether it counts however late it came
   */
  CodedClaim judge(CodedClaim claim, boolean lateAdmitted) {
    if (claim.getDisposition() != Disposition.INDEXED) {
      return claim;
    }
    LocalDate received = dayOf(claim.getReceivedAt());
    LocalDate published = claim.getPublished() == null ? received : dayOf(claim.getPublished());
    long age = ChronoUnit.DAYS.between(claim.getDay(), published);
    if (age > rules.historicalAfterDays()) {
      return Dispositions.with(claim, Disposition.NOT_INDEXED, "historical");
    }
    long lateness = ChronoUnit.DAYS.between(claim.getDay(), received);
    if (!lateAdmitted && lateness > rules.lateAfterDays()) {
      return Dispositions.with(
          claim,
          Disposition.LATE,
          "late: received "
              + lateness
              + " days after its day, "
              + rules.lateAfterDays()
              + " are allowed");
    }
    return claim;
  }

  private static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static RefusedRecordException refused(ClaimEvent event, String what) {
    String claimId = event.getClaim() == null ? null : event.getClaim().getClaimId();
    return new RefusedRecordException(
        DeadLetters.INVALID,
        claimId,
        "Claim " + claimId + " of article " + event.getArticleId() + ": " + what);
  }
}
