package org.tensiometer.app.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tensiometer.app.backtest.EventFile.Numbered;
import org.tensiometer.contracts.CountryPair;

/**
 * The null test of a backtest: the days of each pair in another order. Each day keeps its events,
 * so that a pair keeps its good and bad days and loses every escalation; what is raised then is
 * chance.
 */
final class DayPermutation {

  private DayPermutation() {}

  /**
   * The rows with other dates, from the first to the last date of all.
   *
   * @param rows at least one
   * @param seed the same seed gives the same order, on every machine
   */
  static List<Numbered> of(List<Numbered> rows, long seed) {
    List<LocalDate> calendar = calendar(rows);
    Map<CountryPair, List<LocalDate>> orders = new HashMap<>();
    List<Numbered> permuted = new ArrayList<>();
    for (Numbered numbered : rows) {
      EventRow row = numbered.row();
      List<LocalDate> order =
          orders.computeIfAbsent(row.pair(), pair -> shuffled(calendar, seed, pair));
      int day = Math.toIntExact(row.date().toEpochDay() - calendar.get(0).toEpochDay());
      permuted.add(
          new Numbered(
              numbered.line(),
              new EventRow(
                  order.get(day), row.source(), row.target(), row.event(), row.goldstein())));
    }
    return permuted;
  }

  private static List<LocalDate> calendar(List<Numbered> rows) {
    List<LocalDate> dates = rows.stream().map(numbered -> numbered.row().date()).sorted().toList();
    return dates.get(0).datesUntil(dates.get(dates.size() - 1).plusDays(1)).toList();
  }

  private static List<LocalDate> shuffled(List<LocalDate> calendar, long seed, CountryPair pair) {
    List<LocalDate> order = new ArrayList<>(calendar);
    Collections.shuffle(order, new Random(31 * seed + pair.toString().hashCode()));
    return order;
  }
}
