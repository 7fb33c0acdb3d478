package org.tensiometer.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tensiometer.contracts.PublishedPrecision;

/**
 * A publication time as exactly as the source gives it.
 *
 * @param time start of the day in UTC when only the day is known; null when unknown
 * @param precision how exactly it is known
 */
public record Published(Instant time, PublishedPrecision precision) {

  public static final Published UNKNOWN = new Published(null, PublishedPrecision.UNKNOWN);

  private static final int LAST_YEAR = 9999;
  private static final int LONGEST_SHOWN = 60;

  /**
   * Reads a date ({@code 2024-06-21}) or an instant ({@code 2024-06-21T08:30:00Z}, with any offset;
   * without one it is taken as UTC; a blank may stand for the T), and the other forms that dumps
   * use and that can be read in one way only ({@link TimeForms}).
   *
   * @throws IllegalArgumentException if it is neither, with what would be right
   */
  public static Published parse(String text) {
    String trimmed = text.strip();
    Optional<LocalDate> day = TimeForms.day(trimmed);
    try {
      if (day.isPresent()) {
        Instant start = day.get().atStartOfDay(ZoneOffset.UTC).toInstant();
        return checked(text, start, PublishedPrecision.DAY);
      }
      Instant instant = TimeForms.instant(trimmed).orElseThrow(() -> refused(text));
      return checked(text, instant, PublishedPrecision.INSTANT);
    } catch (DateTimeException outOfRange) {
      throw refused(text);
    }
  }

  private static Published checked(String asGiven, Instant time, PublishedPrecision precision) {
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > LAST_YEAR) {
      throw refused(asGiven);
    }
    return new Published(time, precision);
  }

  private static IllegalArgumentException refused(String text) {
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return new IllegalArgumentException(
        "is not an ISO 8601 date or instant: \""
            + shown.replaceAll("\\s+", " ")
            + "\"; right would be 2024-06-21 or 2024-06-21T08:30:00Z");
  }
}
