package org.tensiometer.app.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.report.TopicPlanReport;
import org.tensiometer.app.rights.Rights;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.topics.DiskForecast;
import org.tensiometer.operations.topics.RightsPlan;
import org.tensiometer.operations.topics.TopicPlan;
import org.tensiometer.operations.topics.TopicPlanner;
import org.tensiometer.sink.alerts.AlertSink;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how topics and rights differ from what they should be, and brings them there. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "plan|apply",
    description = {
      "Compare topics and rights on the brokers with what the program needs, and forecast their disk",
      "(docs/operations.md)."
    },
    footer = {"", "Example:", "  tensiometer topics plan"})
public final class TopicsCommand {

  private final Console console;
  private final TopicPlanReport report;

  /** Options of both. */
  static final class PlanOptions {

    @Mixin private RoutesOption routing;

    @Option(
        names = "--acls",
        paramLabel = "PREFIX",
        description = {
          "Also the rights of the parts' users, whose names are this and the name of the part; for",
          "instance tensiometer- for User:tensiometer-stream."
        })
    private String userPrefix;

    @Option(
        names = "--by-duration",
        paramLabel = "DURATION",
        defaultValue = "PT24H",
        description =
            "How far back to look for the rate of the forecast. Default: ${DEFAULT-VALUE}.")
    private Duration window;

    @Option(
        names = "--shrink",
        description = "Also set what can remove records, or refuse some that are taken now.")
    private boolean shrinks;
  }

  public TopicsCommand(Console console) {
    this.console = console;
    report = new TopicPlanReport(console);
  }

  @Command(
      name = "plan",
      mixinStandardHelpOptions = true,
      description = "Say what apply would do, and change nothing.",
      footer = {
        "",
        "Example:",
        "  tensiometer topics plan",
        "  tensiometer topics plan --by-duration PT1H --output json"
      })
  int plan(
      @Mixin ConnectionOptions connection, @Mixin PlanOptions options, @Mixin OutputOption output) {
    return run(connection, options, output, false);
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description = {
        "Create what is missing, set what differs, give rights. Deletes nothing, and never changes a",
        "number of partitions."
      },
      footer = {"", "Example:", "  tensiometer topics apply"})
  int apply(
      @Mixin ConnectionOptions connection, @Mixin PlanOptions options, @Mixin OutputOption output) {
    return run(connection, options, output, true);
  }

  private int run(
      ConnectionOptions connection, PlanOptions options, OutputOption output, boolean applies) {
    Configuration configuration = connection.configuration();
    Settings settings = Preparation.withOwnClaims(ConnectionOptions.settings(configuration));
    Topics topics = settings.topics();
    List<TopicDescriptor<?>> wanted = new ArrayList<>(topics.all());
    AlertSink.outputs(topics, RoutesOption.routes(configuration)).stream()
        .filter(topic -> !wanted.contains(topic))
        .forEach(wanted::add);
    try (Brokers brokers = Preparation.brokers(settings)) {
      TopicPlanner planner = new TopicPlanner(brokers, wanted, topics.prefix() + '.');
      TopicPlan plan = applies ? planner.apply(options.shrinks) : planner.plan();
      RightsPlan rights = null;
      if (options.userPrefix != null) {
        Set<AclBinding> elsewhere = new HashSet<>();
        others(brokers, topics)
            .forEach(other -> elsewhere.addAll(rightsOf(other, options.userPrefix)));
        rights = RightsPlan.of(brokers, rightsOf(topics, options.userPrefix), elsewhere);
        if (applies) {
          rights.apply(brokers);
        }
      }
      DiskForecast disk =
          DiskForecast.of(
              brokers,
              List.of(topics.prefix() + '.', topics.prefix() + '-'),
              options.window,
              Instant.now());
      if (output.isJson()) {
        report.json(plan, rights, disk, applies, options.shrinks);
        return 0;
      }
      report.drift(plan, applies, options.shrinks);
      if (rights != null) {
        report.rights(rights, applies);
      }
      if (!disk.topics().isEmpty()) {
        report.disk(disk);
      }
      return 0;
    }
  }

  private static Set<AclBinding> rightsOf(Topics topics, String userPrefix) {
    return Rights.bindings(Rights.ofAll(topics), userPrefix);
  }

  /** The generations that stand beside this one, as the names of topics say. */
  private static List<Topics> others(Brokers brokers, Topics topics) {
    Set<String> present = brokers.topics(topics.prefix() + '.');
    return present.stream()
        .map(topics::generationOf)
        .flatMap(Optional::stream)
        .distinct()
        .filter(generation -> !generation.equals(topics.generation()))
        .map(generation -> new Topics(topics.prefix(), generation, topics.partitions()))
        .map(other -> present.contains(other.ownClaims().name()) ? other.analysing() : other)
        .toList();
  }
}
