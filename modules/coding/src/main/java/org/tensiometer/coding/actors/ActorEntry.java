package org.tensiometer.coding.actors;

import java.time.YearMonth;
import java.util.Objects;

/**
 * One name with what it stands for.
 *
 * @param name the chief name of what is meant
 * @param surface the name as listed, which may be a shorter one
 * @param kind what sort of name it is
 * @param code ISO 3166-1 alpha-3 code, or the code of an organisation; null for agents and for
 *     names of no party
 * @param sector sector; null if the name says none
 * @param from first month in office, or of a state that was; null if not limited
 * @param to last month; null if not limited
 */
public record ActorEntry(
    String name,
    String surface,
    Kind kind,
    String code,
    String sector,
    YearMonth from,
    YearMonth to) {

  /** Whether others may have the same name at other times: persons, and states that were. */
  boolean isDated() {
    return kind == Kind.PERSON || from != null || to != null;
  }

  /** Whether it tells of the same term, so that one replaces the other. */
  boolean isSameTerm(ActorEntry other) {
    return kind == other.kind
        && Objects.equals(code, other.code)
        && Objects.equals(from, other.from);
  }

  /** Whether it ends before another. */
  boolean endsBefore(ActorEntry other) {
    return to != null && (other.to == null || to.isBefore(other.to));
  }

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

  /** What a coded actor names as the entry that decided: {@code person:Vladimir Putin}. */
  String id() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ':' + name;
  }
}
