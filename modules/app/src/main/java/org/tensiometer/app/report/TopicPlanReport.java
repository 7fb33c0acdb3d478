package org.tensiometer.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.tensiometer.app.Console;
import org.tensiometer.operations.topics.DiskForecast;
import org.tensiometer.operations.topics.DiskUse;
import org.tensiometer.operations.topics.RightsPlan;
import org.tensiometer.operations.topics.SettingDrift;
import org.tensiometer.operations.topics.TopicDrift;
import org.tensiometer.operations.topics.TopicPlan;

/** Tells what stands between topics as they are and as they should be. */
public final class TopicPlanReport {

  private static final int MONTH = 30;
  private static final int YEAR = 365;
  private static final String UNIT = " KMGTP";
  private static final String ANY_HOST = "*";
  private static final int KIBI = 1024;

  private static final String PARTITIONS =
      "is never changed: keys would go to other partitions, so that a newer record no longer stands"
          + " behind the older ones of its key (order, corrections, compaction), and claims and"
          + " ticks, which the topology reads partition by partition, would no longer match its"
          + " state. Configure the number that is there; or, for topics of a generation, replay"
          + " into a new one after claims and ticks were made anew.";

  private static final String FORECAST =
      "Offsets count what was written, also what compaction has removed. The forecast goes on at"
          + " this rate, and supposes that compaction leaves the same share as so far: more is left"
          + " where keys come again less often.";

  private final Console console;

  public TopicPlanReport(Console console) {
    this.console = console;
  }

  /** Topics that differ; nothing about those that do not. */
  public void drift(TopicPlan plan, boolean applied, boolean shrinks) {
    Table table = new Table(console.screen(), "topic", applied ? "done" : "to do");
    int rows = 0;
    for (TopicDrift topic : plan.topics()) {
      for (String line : lines(topic, applied, shrinks)) {
        table.row(topic.topic(), line);
        rows++;
      }
    }
    if (rows == 0) {
      console.out().println("All " + plan.topics().size() + " topics are as they should be.");
    } else {
      table.print(console.out());
    }
    if (!plan.others().isEmpty()) {
      console
          .out()
          .println(
              "Left alone (other generations, routes): " + String.join(", ", plan.others()) + '.');
    }
  }

  private static List<String> lines(TopicDrift topic, boolean applied, boolean shrinks) {
    List<String> lines = new ArrayList<>();
    if (topic.isMissing()) {
      lines.add((applied ? "created with " : "create with ") + topic.partitions() + " partitions");
    }
    if (topic.hasOtherPartitions()) {
      lines.add(
          "has "
              + topic.actualPartitions()
              + " partitions, not "
              + topic.partitions()
              + ", which "
              + PARTITIONS);
    }
    for (SettingDrift setting : topic.settings()) {
      boolean left = setting.isShrinking() && !shrinks;
      lines.add(
          (left ? "left: " : "set ")
              + setting.name()
              + " from "
              + setting.actual()
              + " to "
              + setting.wanted()
              + (left ? ", which can remove or refuse records; --shrink allows it" : ""));
    }
    return lines;
  }

  /** Rights that are missing or too many. */
  public void rights(RightsPlan plan, boolean applied) {
    if (plan.missing().isEmpty()) {
      console.out().println("No right is missing.");
    } else {
      Table table = new Table(console.screen(), "user", "may", applied ? "given" : "to be given");
      plan.missing()
          .forEach(
              right ->
                  table.row(
                      right.entry().principal(),
                      right.entry().operation().toString(),
                      resource(right)));
      table.print(console.out());
    }
    plan.others()
        .forEach(
            right ->
                console
                    .out()
                    .printf(
                        isDenied(right)
                            ? "%s may not %s %s%s, which somebody has forbidden.%n"
                            : "%s may %s %s%s too, which its part does not need.%n",
                        right.entry().principal(),
                        right.entry().operation(),
                        resource(right),
                        host(right)));
  }

  private static boolean isDenied(AclBinding right) {
    return right.entry().permissionType() == AclPermissionType.DENY;
  }

  private static String host(AclBinding right) {
    return right.entry().host().equals(ANY_HOST) ? "" : " from " + right.entry().host();
  }

  private static String resource(AclBinding right) {
    return right.pattern().resourceType().toString().toLowerCase(Locale.ROOT)
        + ' '
        + right.pattern().name()
        + (right.pattern().patternType() == PatternType.PREFIXED ? "*" : "");
  }

  /** What the topics take, and will. */
  public void disk(DiskForecast forecast) {
    Table table =
        new Table(console.screen(), "topic", "offsets", "a day", "now", "in 30 days", "in a year");
    for (DiskUse use : forecast.topics()) {
      table.row(
          use.topic(),
          number(use.offsets()),
          number(Math.round(use.perDay())),
          size(use.bytes()),
          size(use.forecast(MONTH)),
          size(use.forecast(YEAR)));
    }
    table.row(
        "all",
        "",
        "",
        size(forecast.bytes()),
        size(forecast.forecast(MONTH)),
        size(forecast.forecast(YEAR)));
    table.print(console.out());
    Paragraph.lines(FORECAST, console.screen().width(), 0).forEach(console.out()::println);
    forecast
        .free()
        .ifPresent(
            free -> console.out().println(size(free) + " are free on the fullest broker disk."));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= KIBI && unit < UNIT.length() - 1) {
      value /= KIBI;
      unit++;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(Locale.ROOT, "%.1f %ciB", value, UNIT.charAt(unit));
  }

  /**
   * All of it on one line.
   *
   * @param rights null if they were not asked for
   */
  public void json(
      TopicPlan plan, RightsPlan rights, DiskForecast disk, boolean applied, boolean shrinks) {
    Json.print(
        console,
        to -> {
          to.writeBooleanField("applied", applied);
          to.writeArrayFieldStart("topics");
          for (TopicDrift topic : plan.topics()) {
            topic(topic, shrinks, to);
          }
          to.writeEndArray();
          Json.strings(to, "others", plan.others());
          if (rights != null) {
            rights("missing_rights", rights.missing(), to);
            rights("other_rights", rights.others(), to);
          }
          disk(disk, to);
        });
  }

  private static void topic(TopicDrift topic, boolean shrinks, JsonGenerator to)
      throws IOException {
    to.writeStartObject();
    to.writeStringField("topic", topic.topic());
    to.writeNumberField("partitions", topic.partitions());
    to.writeNumberField("actual_partitions", topic.actualPartitions());
    to.writeBooleanField("missing", topic.isMissing());
    to.writeArrayFieldStart("settings");
    for (SettingDrift setting : topic.settings()) {
      to.writeStartObject();
      to.writeStringField("name", setting.name());
      to.writeStringField("actual", setting.actual());
      to.writeStringField("wanted", setting.wanted());
      to.writeBooleanField("left", setting.isShrinking() && !shrinks);
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void rights(String field, List<AclBinding> rights, JsonGenerator to)
      throws IOException {
    to.writeArrayFieldStart(field);
    for (AclBinding right : rights) {
      to.writeStartObject();
      to.writeStringField("principal", right.entry().principal());
      to.writeStringField("operation", right.entry().operation().toString());
      to.writeStringField("resource_type", right.pattern().resourceType().toString());
      to.writeStringField("name", right.pattern().name());
      to.writeStringField("pattern_type", right.pattern().patternType().toString());
      to.writeStringField("host", right.entry().host());
      to.writeStringField("permission", right.entry().permissionType().toString());
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  private static void disk(DiskForecast forecast, JsonGenerator to) throws IOException {
    to.writeArrayFieldStart("disk");
    for (DiskUse use : forecast.topics()) {
      to.writeStartObject();
      to.writeStringField("topic", use.topic());
      to.writeNumberField("offsets", use.offsets());
      to.writeNumberField("offsets_a_day", Math.round(use.perDay()));
      to.writeNumberField("bytes", use.bytes());
      to.writeNumberField("bytes_in_30_days", use.forecast(MONTH));
      to.writeNumberField("bytes_in_365_days", use.forecast(YEAR));
      to.writeEndObject();
    }
    to.writeEndArray();
    if (forecast.free().isPresent()) {
      to.writeNumberField("free_bytes", forecast.free().getAsLong());
    }
  }
}
