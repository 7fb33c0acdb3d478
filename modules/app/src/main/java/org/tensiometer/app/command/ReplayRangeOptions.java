package org.tensiometer.app.command;

import java.time.Instant;
import java.util.Optional;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.ReplayRange;
import picocli.CommandLine.Option;

/** Which claims, or articles, are replayed. */
final class ReplayRangeOptions {

  @Option(
      names = "--from-datetime",
      paramLabel = "TIME",
      converter = DateTimeConverter.class,
      description = {
        "Only claims, with --articles articles, that were written at this time or later (UTC), for",
        "instance 2024-06-22."
      })
  private Instant from;

  @Option(
      names = "--to-datetime",
      paramLabel = "TIME",
      converter = DateTimeConverter.class,
      description = "Only claims, or articles, written before this time.")
  private Instant to;

  @Option(
      names = "--from-offset",
      paramLabel = "N",
      description = "Only claims, or articles, from this offset of every partition.")
  private Long fromOffset;

  @Option(
      names = "--to-offset",
      paramLabel = "N",
      description = "Only claims, or articles, before this offset of every partition.")
  private Long toOffset;

  /**
   * @throws UserError if a bound is given twice or holds nothing
   */
  ReplayRange range() {
    if (from != null && fromOffset != null || to != null && toOffset != null) {
      throw UserError.environment("a bound is either a time or an offset; leave one out", null);
    }
    if (from != null && to != null && !from.isBefore(to)
        || fromOffset != null && toOffset != null && fromOffset >= toOffset) {
      throw UserError.environment("the replay would end before it begins", null);
    }
    if (fromOffset != null && fromOffset < 0 || toOffset != null && toOffset < 0) {
      throw UserError.environment("an offset is 0 or more", null);
    }
    return new ReplayRange(
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        Optional.ofNullable(fromOffset),
        Optional.ofNullable(toOffset));
  }
}
