package org.tensiometer.app.backtest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.app.backtest.EventFile.Numbered;

class DayPermutationTest {

  private static final LocalDate FIRST = LocalDate.parse("1991-01-01");

  @Test
  void shouldKeepTheDaysOfEachPairTogetherAndGiveThemAnotherOrder() {
    List<Numbered> rows = new ArrayList<>();
    for (int day = 0; day < 100; day++) {
      for (int event = 0; event < day % 3; event++) {
        rows.add(row(rows.size(), FIRST.plusDays(day), "HRV"));
        rows.add(row(rows.size(), FIRST.plusDays(day), "BIH"));
      }
    }
    List<Numbered> permuted = DayPermutation.of(rows, 1);

    assertThat(days(permuted, "HRV")).containsExactlyInAnyOrderElementsOf(days(rows, "HRV"));
    assertThat(dates(permuted, "HRV")).isNotEqualTo(dates(rows, "HRV"));
    assertThat(dates(permuted, "HRV")).isNotEqualTo(dates(permuted, "BIH"));
    assertThat(permuted).allSatisfy(row -> assertThat(row.row().date()).isBetween(FIRST, last()));
    assertThat(DayPermutation.of(rows, 1)).isEqualTo(permuted);
    assertThat(DayPermutation.of(rows, 2)).isNotEqualTo(permuted);
  }

  private static LocalDate last() {
    return FIRST.plusDays(99);
  }

  private static Numbered row(int line, LocalDate date, String source) {
    return new Numbered(line, EventRow.of(date.toString(), source, "SRB", "190", "-9"));
  }

  /** The lines that fall on one day, day by day. */
  private static Collection<List<Integer>> days(List<Numbered> rows, String source) {
    return rows.stream()
        .filter(row -> row.row().source().equals(source))
        .collect(groupingBy(row -> row.row().date(), mapping(Numbered::line, toList())))
        .values();
  }

  private static List<LocalDate> dates(List<Numbered> rows, String source) {
    return rows.stream()
        .filter(row -> row.row().source().equals(source))
        .map(row -> row.row().date())
        .toList();
  }
}
