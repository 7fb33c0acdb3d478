package org.tensiometer.coding.actors;

import java.time.YearMonth;

/**
 * One name with what it stands for.
 *
 * @param surface the name as listed
 * @param kind what sort of name it is
 * @param code ISO 3166-1 alpha-3 code, or the code of an organisation; null for agents and for
 *     names of no party
 * @param sector sector; null if the name says none
 * @param from first month in office; null if not limited
 * @param to last month in office; null if not limited
 */
public record ActorEntry(
    String surface, Kind kind, String code, String sector, YearMonth from, YearMonth to) {

  /** Whether the person held the office in this month; anything else holds always. */
  boolean holdsAt(YearMonth month) {
    return (from == null || !month.isBefore(from)) && (to == null || !month.isAfter(to));
  }

  /** Months between this month and the time in office. */
  long distance(YearMonth month) {
    if (from != null && month.isBefore(from)) {
      return month.until(from, java.time.temporal.ChronoUnit.MONTHS);
    }
    if (to != null && month.isAfter(to)) {
      return to.until(month, java.time.temporal.ChronoUnit.MONTHS);
    }
    return 0;
  }

  /** What a coded actor names as the entry that decided: {@code leader:Vladimir Putin}. */
  String id() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ':' + surface;
  }
}
