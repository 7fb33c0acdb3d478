package org.tensiometer.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
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

  private static final List<Function<String, Instant>> INSTANTS =
      List.of(
          Instant::parse,
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));

  /**
   * Reads an ISO 8601 date ({@code 2024-06-21}) or instant ({@code 2024-06-21T08:30:00Z}, with any
   * offset; without one it is taken as UTC; a blank may stand for the T).
   *
   * @throws IllegalArgumentException if it is neither, with what would be right
   */
  public static Published parse(String text) {
    String trimmed = text.strip();
    try {
      LocalDate day = LocalDate.parse(trimmed, DateTimeFormatter.ISO_LOCAL_DATE);
      return checked(text, day.atStartOfDay(ZoneOffset.UTC).toInstant(), PublishedPrecision.DAY);
    } catch (DateTimeException notADate) {
      return checked(text, instant(text, trimmed), PublishedPrecision.INSTANT);
    }
  }

  private static Instant instant(String asGiven, String trimmed) {
    String iso = trimmed.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)", "$1T");
    for (Function<String, Instant> form : INSTANTS) {
      try {
        return form.apply(iso);
      } catch (DateTimeException tryTheNext) {
        continue;
      }
    }
    throw refused(asGiven);
  }

  private static Published checked(String asGiven, Instant time, PublishedPrecision precision) {
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > LAST_YEAR) {
      throw refused(asGiven);
    }
    return new Published(time, precision);
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "is not an ISO 8601 date or instant: \""
            + text
            + "\"; right would be 2024-06-21 or 2024-06-21T08:30:00Z");
  }
}
