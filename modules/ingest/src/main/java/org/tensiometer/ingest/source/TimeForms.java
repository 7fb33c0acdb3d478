package org.tensiometer.ingest.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The forms in which article dumps write times: ISO 8601 long and short, RFC 1123, days with a
 * month's English name, seconds or milliseconds since 1970. Forms in which day and month could
 * change places, such as 03/05/2019, are none of them.
 */
final class TimeForms {

  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
  private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          form("uuuu-MM-dd"),
          form("uuuu/MM/dd"),
          form("uuuuMMdd"),
          form("d MMMM uuuu"),
          form("d MMM uuuu"),
          form("MMMM d, uuuu"),
          form("MMM d, uuuu"));

  private static final List<DateTimeFormatter> INSTANTS =
      List.of(
          DateTimeFormatter.ISO_DATE_TIME,
          form("uuuu/MM/dd HH:mm[:ss][ ][XX][z]"),
          form("uuuuMMdd'T'HHmmss[XX][X]"),
          form("uuuuMMddHHmmss"),
          form("[EEE, ]d MMM uuuu HH:mm[:ss][ ][XX][z]"),
          form("[EEEE, ]MMMM d, uuuu[,][ 'at'] HH:mm[:ss][ ][z]"),
          form("[EEEE, ]MMMM d, uuuu[,][ 'at'] h:mm a[ ][z]"),
          form("EEE MMM d HH:mm:ss XX uuuu"),
          form("EEE MMM d HH:mm:ss z uuuu"));

  private TimeForms() {}

  /** The day, if the text is a day alone. */
  static Optional<LocalDate> day(String text) {
    for (DateTimeFormatter form : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text, form));
      } catch (DateTimeException tryTheNext) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** The instant, if the text is one; without an offset in UTC. */
  static Optional<Instant> instant(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }
    if (MILLISECONDS.matcher(text).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    String iso =
        text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(?=\\d)", "$1T")
            .replaceFirst("^(\\d{4}-.*\\d) ?(?:UTC|GMT|Z)$", "$1Z")
            .replaceFirst("^(\\d{4}-.*\\d) ?([+-]\\d{2}):?(\\d{2})$", "$1$2:$3");
    for (DateTimeFormatter form : INSTANTS) {
      try {
        return Optional.of(instant(form.parse(iso)));
      } catch (DateTimeException tryTheNext) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static Instant instant(TemporalAccessor time) {
    return time.query(TemporalQueries.zone()) == null
        ? LocalDateTime.from(time).toInstant(ZoneOffset.UTC)
        : ZonedDateTime.from(time).toInstant();
  }

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
