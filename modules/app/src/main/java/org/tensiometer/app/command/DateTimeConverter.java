package org.tensiometer.app.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as Kafka's own tools take it, without a zone in UTC; also a date alone. */
final class DateTimeConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      if (text.length() == "2024-06-22".length()) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return text.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "\"" + text + "\" is no time; right would be 2024-06-22 or 2024-06-22T10:00:00Z");
    }
  }
}
