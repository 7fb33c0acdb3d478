package org.tensiometer.coding;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.EventDate;

/**
 * The day a claim counts for: the event's first day if the text gives one that is not after
 * publication, else the publication day, else the day it was received (UTC).
 *
 * @param day the day
 * @param basis where it comes from
 * @param historical whether the text dates the event more than 30 days before publication
 */
record ClaimDay(LocalDate day, DayBasis basis, boolean historical) {

  private static final int HISTORICAL_DAYS = 30;

  static ClaimDay of(ClaimEvent event) {
    boolean dated = event.getPublished() != null;
    LocalDate stated =
        (dated ? event.getPublished() : event.getReceivedAt()).atZone(ZoneOffset.UTC).toLocalDate();
    EventDate date = event.getClaim().getEventDate();
    boolean past = date != null && date.getEnd().isBefore(stated.minusDays(HISTORICAL_DAYS));
    boolean historical = event.getClaim().getHistorical() || past;
    if (date != null && !date.getStart().isAfter(stated)) {
      return new ClaimDay(date.getStart(), DayBasis.TEXT, historical);
    }
    return new ClaimDay(stated, dated ? DayBasis.PUBLISHED : DayBasis.RECEIVED, historical);
  }
}
