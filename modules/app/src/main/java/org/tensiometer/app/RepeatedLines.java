package org.tensiometer.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Of warnings and errors of Kafka that say the same but for numbers, many times within a minute
 * each, lets the first three pass, the tenth, the hundredth and so on, each of these with a line
 * that says how many there were. A broker under load refuses batches by the thousand that are sent
 * again and arrive; what says something else is never kept back. Used by the logging
 * configurations.
 */
public final class RepeatedLines extends TurboFilter {

  private static final Pattern NUMBERS = Pattern.compile("[0-9]+");
  private static final long CALM_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int FIRST = 3;
  private static final int MOST_KINDS = 500;

  private final LongSupplier nanos;

  /** By what they say; the one that was seen longest ago is forgotten first. */
  private final Map<String, Kind> kinds =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kind> eldest) {
          return size() > MOST_KINDS;
        }
      };

  private static final class Kind {

    private long lines;
    private long lastNanos;
  }

  /** For Logback. */
  public RepeatedLines() {
    this(System::nanoTime);
  }

  RepeatedLines(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public FilterReply decide(
      Marker marker,
      Logger logger,
      Level level,
      String format,
      Object[] arguments,
      Throwable fault) {
    if (!level.isGreaterOrEqual(Level.WARN)
        || format == null
        || !isKafkas(logger.getName())
        || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
      return FilterReply.NEUTRAL;
    }
    String said = MessageFormatter.arrayFormat(format, arguments).getMessage();
    String kind = logger.getName() + level + NUMBERS.matcher(said + fault).replaceAll("#");
    long lines = count(kind);
    if (lines <= FIRST) {
      return FilterReply.NEUTRAL;
    }
    if (!isPowerOfTen(lines)) {
      return FilterReply.DENY;
    }
    logger
        .getLoggerContext()
        .getLogger(RepeatedLines.class)
        .warn("{} lines like the next one, the others left out", lines);
    return FilterReply.NEUTRAL;
  }

  private static boolean isKafkas(String logger) {
    return logger.startsWith("org.apache.kafka.") || logger.startsWith("kafka.");
  }

  private synchronized long count(String what) {
    long now = nanos.getAsLong();
    Kind kind = kinds.computeIfAbsent(what, key -> new Kind());
    if (kind.lines > 0 && now - kind.lastNanos > CALM_NANOS) {
      kind.lines = 0;
    }
    kind.lastNanos = now;
    return ++kind.lines;
  }

  private static boolean isPowerOfTen(long number) {
    long rest = number;
    while (rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }
}
