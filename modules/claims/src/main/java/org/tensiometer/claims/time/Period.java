package org.tensiometer.claims.time;

import java.time.LocalDate;
import java.time.YearMonth;
import org.tensiometer.contracts.Granularity;

/**
 * Days that a time expression stands for.
 *
 * @param start first day
 * @param end last day, inclusive
 * @param granularity how exactly the text says it
 */
public record Period(LocalDate start, LocalDate end, Granularity granularity) {

  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("A period ends on " + end + ", before its start " + start);
    }
  }

  static Period day(LocalDate day) {
    return new Period(day, day, Granularity.DAY);
  }

  static Period days(LocalDate start, LocalDate end) {
    return new Period(start, end, start.equals(end) ? Granularity.DAY : Granularity.RANGE);
  }

  /** The week from Monday to Sunday that holds a day (ISO 8601). */
  static Period week(LocalDate within) {
    LocalDate monday = within.minusDays(within.getDayOfWeek().getValue() - 1L);
    return new Period(monday, monday.plusDays(6), Granularity.WEEK);
  }

  static Period month(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth(), Granularity.MONTH);
  }

  static Period quarter(LocalDate within) {
    YearMonth first = YearMonth.of(within.getYear(), (within.getMonthValue() - 1) / 3 * 3 + 1);
    return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth(), Granularity.QUARTER);
  }

  static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Granularity.YEAR);
  }

  static Period years(int first, int last) {
    return new Period(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), Granularity.RANGE);
  }
}
