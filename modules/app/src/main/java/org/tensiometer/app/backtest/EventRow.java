package org.tensiometer.app.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.tensiometer.contracts.CountryPair;

/**
 * An event of a data set.
 *
 * @param date day of the event
 * @param source code of who acted, as given
 * @param target code of the other party, as given
 * @param event event code, as given
 * @param goldstein value on Goldstein's scale, -10 to 10
 */
public record EventRow(
    LocalDate date, String source, String target, String event, BigDecimal goldstein) {

  /** Columns of {@link #text}, by the names they have in a file's header. */
  static final String[] COLUMNS = {"date", "source", "target", "event", "goldstein"};

  private static final LocalDate EARLIEST = LocalDate.EPOCH;
  private static final BigDecimal GOLDSTEIN_MAX = BigDecimal.TEN;
  private static final int INTENSITY_DIGITS = 5;

  public EventRow {
    if (date.isBefore(EARLIEST)) {
      throw new IllegalArgumentException(
          "the date " + date + " is before " + EARLIEST + ", where the clock of claims begins");
    }
    if (date.isAfter(LocalDate.now(ZoneOffset.UTC))) {
      throw new IllegalArgumentException("the date " + date + " is in the future");
    }
    if (source.equals(target)) {
      throw new IllegalArgumentException(
          "source and target are both " + source + "; an event of a pair has two parties");
    }
    CountryPair.of(source, target);
    if (event.isEmpty()) {
      throw new IllegalArgumentException("the event code is missing");
    }
    if (goldstein.abs().compareTo(GOLDSTEIN_MAX) > 0) {
      throw new IllegalArgumentException(
          "goldstein is " + goldstein.toPlainString() + ", not from -10 to 10");
    }
  }

  /**
   * A row from its cells in the order of {@link #COLUMNS}.
   *
   * @throws IllegalArgumentException if a cell is not what it should be; says which
   */
  static EventRow of(String... cells) {
    return new EventRow(
        date(cells[0].strip()),
        cells[1].strip(),
        cells[2].strip(),
        cells[3].strip(),
        goldstein(cells[4].strip()));
  }

  /** The row as one line with tabs; {@link #parse} reads it. */
  String text() {
    return String.join("\t", date.toString(), source, target, event, goldstein.toPlainString());
  }

  static EventRow parse(String text) {
    return of(text.split("\t", -1));
  }

  CountryPair pair() {
    return CountryPair.of(source, target);
  }

  /** Goldstein value divided by 10, millionths. */
  long intensityMicros() {
    return goldstein
        .movePointRight(INTENSITY_DIGITS)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static LocalDate date(String cell) {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("the date is \"" + cell + "\", not like 1991-06-27", e);
    }
  }

  private static BigDecimal goldstein(String cell) {
    try {
      return new BigDecimal(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("goldstein is \"" + cell + "\", which is no number", e);
    }
  }
}
