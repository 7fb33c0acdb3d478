package org.tensiometer.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.tensiometer.app.Console;
import org.tensiometer.operations.topics.DiskForecast;
import org.tensiometer.operations.topics.DiskUse;
import org.tensiometer.operations.topics.RightsPlan;
import org.tensiometer.operations.topics.SettingDrift;
import org.tensiometer.operations.topics.TopicDrift;
import org.tensiometer.operations.topics.TopicPlan;

class TopicPlanReportTest {

  private static final AclBinding READS = right(AclOperation.READ, "*", AclPermissionType.ALLOW);
  private static final AclBinding WRITES = right(AclOperation.WRITE, "*", AclPermissionType.ALLOW);

  private final StringWriter out = new StringWriter();
  private final TopicPlanReport report =
      new TopicPlanReport(
          new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out)));

  @Test
  void shouldSayWhyANumberOfPartitionsStaysAsItIsAndWhatToDo() {
    report.drift(plan(new TopicDrift("news.claims", 4, 5, List.of())), false, false);

    assertThat(lines())
        .singleElement(STRING)
        .contains("news.claims  has 5 partitions, not 4, which is never changed")
        .contains("keys would go to other partitions", "order, corrections, compaction")
        .contains("Configure the number that is there");
  }

  @Test
  void shouldTellWhatIsSetAndWhatIsLeftBecauseItCanRemoveRecords() {
    TopicDrift drift =
        new TopicDrift(
            "news.ticks",
            4,
            4,
            List.of(
                new SettingDrift("retention.ms", "60000", "-1"),
                new SettingDrift("cleanup.policy", "compact", "delete")));

    report.drift(plan(drift), false, false);

    assertThat(lines())
        .containsExactly(
            "news.ticks  set retention.ms from 60000 to -1",
            "news.ticks  left: cleanup.policy from compact to delete, which can remove or refuse"
                + " records; --shrink allows it");
  }

  @Test
  void shouldTellWhichRightIsMissingAndWhichIsTooMany() {
    report.rights(
        new RightsPlan(
            List.of(READS),
            List.of(
                WRITES,
                right(AclOperation.ALTER, "10.0.0.1", AclPermissionType.ALLOW),
                right(AclOperation.READ, "*", AclPermissionType.DENY))),
        false);

    assertThat(lines())
        .containsExactlyInAnyOrder(
            "User:news-stream  READ  topic news.*",
            "User:news-stream may WRITE topic news.* too, which its part does not need.",
            "User:news-stream may ALTER topic news.* from 10.0.0.1 too, which its part does not"
                + " need.",
            "User:news-stream may not READ topic news.*, which somebody has forbidden.");
  }

  @Test
  void shouldForecastAndSayWhatThatSupposes() {
    report.disk(
        new DiskForecast(
            List.of(new DiskUse("news.claims", 1024 * 1024, 1000, 100)), OptionalLong.of(2048)));

    String told = out.toString();
    assertThat(told).contains("topic", "offsets", "in a year");
    assertThat(told).doesNotContain("at most").doesNotContain("records  ");
    assertThat(told).contains("news.claims    1,000    100  1.0 MiB  4.0 MiB     37.5 MiB");
    assertThat(told).contains("compaction leaves the same share as so far");
    assertThat(told).contains("2.0 KiB are free on the fullest broker disk.");
  }

  @Test
  void shouldTellProgramsTheSame() throws Exception {
    report.json(
        plan(new TopicDrift("news.claims", 4, 5, List.of())),
        new RightsPlan(List.of(READS), List.of(WRITES)),
        new DiskForecast(List.of(new DiskUse("news.claims", 10, 20, 30)), OptionalLong.empty()),
        false,
        false);

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.at("/topics/0/actual_partitions").asInt()).isEqualTo(5);
    assertThat(json.at("/missing_rights/0/operation").asText()).isEqualTo("READ");
    assertThat(json.at("/other_rights/0/operation").asText()).isEqualTo("WRITE");
    assertThat(json.at("/other_rights/0/host").asText()).isEqualTo("*");
    assertThat(json.at("/other_rights/0/permission").asText()).isEqualTo("ALLOW");
    assertThat(json.at("/disk/0/offsets").asInt()).isEqualTo(20);
    assertThat(json.at("/disk/0/bytes_in_30_days").asInt()).isEqualTo(10 + 30 * 30 * 10 / 20);
  }

  /** What was told without headings. */
  private List<String> lines() {
    return out.toString()
        .lines()
        .filter(line -> line.contains("news"))
        .map(line -> line.replaceAll(" {3,}", "  "))
        .toList();
  }

  private static TopicPlan plan(TopicDrift... topics) {
    return new TopicPlan(List.of(topics), new TreeSet<>());
  }

  private static AclBinding right(
      AclOperation operation, String host, AclPermissionType permission) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, "news.", PatternType.PREFIXED),
        new AccessControlEntry("User:news-stream", host, operation, permission));
  }
}
