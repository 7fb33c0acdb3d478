package org.tensiometer.app.command;

import java.time.Instant;
import java.util.Set;
import org.tensiometer.operations.deadletters.Selection;
import picocli.CommandLine.Option;

/** Which refused records are meant. */
final class RefusedRecordOptions {

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Only this refused record, as ls names it; may be repeated.")
  private Set<String> ids = Set.of();

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only what was refused for this: undecodable, invalid, coding-failed ...")
  private String reason;

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Only what was read from there.")
  private String topic;

  @Option(names = "--article", paramLabel = "ID", description = "Only claims of this article.")
  private String article;

  @Option(
      names = "--from-datetime",
      paramLabel = "TIME",
      converter = DateTimeConverter.class,
      description = "Only records written at this time or later (UTC), for instance 2024-06-22.")
  private Instant from;

  @Option(
      names = "--to-datetime",
      paramLabel = "TIME",
      converter = DateTimeConverter.class,
      description = "Only records written before this time.")
  private Instant to;

  Selection selection() {
    return new Selection(ids, reason, topic, article, from, to);
  }

  boolean isEverything() {
    return selection().equals(Selection.ALL);
  }
}
