package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.GroupMembers;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * Goes through the page on operations as an operator does, command after command, while the parts
 * run as processes of their own, and looks at what subscribers see.
 */
class OperationsIT {

  private static final Topics TOPICS = Topics.withDefaults();
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int TERMINATED = 128 + 15;

  /** The pair of the feed that has an alert, and one that only the other lexicon knows. */
  private static final String ALERTED = "ARM-AZE";

  private static final String ADDED = "BLR-NOR";

  @TempDir private Path folder;
  private final TestCluster cluster = TestCluster.startInThisJvm();
  private final List<ShippedProcess> processes = new ArrayList<>();
  private ShippedProcess topology;

  /** The topologies that the page starts, by their generation. */
  private final Map<String, Process> started = new HashMap<>();

  @AfterEach
  void stop() {
    started.values().forEach(process -> process.destroyForcibly().onExit().join());
    processes.forEach(ShippedProcess::close);
    cluster.close();
  }

  @Test
  void shouldDoWhatThePageSays() throws Exception {
    Newcomer operator = new Newcomer(folder, cluster.bootstrapServers(), cluster.registryUrl());
    files();
    topology = serve("stream", "stream", "--state-dir", folder.resolve("g1-state").toString());
    serve("alerts", "sink", "alerts");
    serve("indicators", "sink", "indicators");
    assertThat(start("ingest", "ingest", folder.resolve("feed.jsonl").toString()).awaitEnd())
        .isZero();
    awaitLive(true, false);
    awaitAllRead();
    Map<String, String> before = alerts();
    requireStateThatDoesNotExpire();
    PublishedFeed.refuseARecord(cluster.bootstrapServers(), cluster.registryUrl());

    for (String command : DocumentedCommands.ofOperations()) {
      if (command.contains("reset") && topology.isAlive()) {
        assertThat(topology.terminate()).isZero();
      } else if (command.contains("replay drop --generation g2")) {
        Process replayed = started.remove("g2");
        replayed.destroy();
        assertThat(replayed.waitFor()).isIn(0, TERMINATED);
      } else if (command.contains("tensiometer stream ")) {
        String generation = command.contains("--generation g2") ? "g2" : TOPICS.generation();
        started.put(generation, operator.leaveAtWork(command));
        // It says that it works before it is in its group, of which the page then asks.
        awaitAtWork(new Topics(TOPICS.prefix(), generation).applicationId());
        continue;
      }
      Newcomer.Result result = operator.run(command);
      assertThat(result.exitCode()).as("%s%n%s", command, result.printed()).isZero();
      assertThat(result.printed()).as(command).isNotBlank().doesNotContain("\tat ");
      if (command.contains("replay diff --generation g2")) {
        assertThat(result.printed()).contains(ADDED).contains(ALERTED);
      } else if (command.contains("replay promote")) {
        awaitLive(false, true);
      } else if (command.contains("replay rollback")) {
        awaitLive(true, false);
        assertThat(alerts()).as("the same alerts under the same ids").isEqualTo(before);
      } else if (command.contains("replay drop --generation g2")) {
        assertThat(topics()).noneMatch(name -> name.contains("g2"));
      } else if (command.contains("erase") && command.contains("--yes")) {
        assertThat(operator.run("tensiometer erase d0-o0 --dry-run").printed())
            .doesNotContain("articles");
      }
    }
    assertThat(started.get(TOPICS.generation()).isAlive()).as("has begun anew").isTrue();
    awaitAllRead();
    awaitLive(true, false);
  }

  private void files() throws IOException {
    Path feed = folder.resolve("feed.jsonl");
    Feed.write(feed, 6);
    Files.writeString(
        feed,
        """
        {"id":"n1","outlet":"The Courier","published":"2023-03-04","body":"The Nordic Guard shelled Belarus."}
        """,
        StandardOpenOption.APPEND);
    Path lexicon = Files.createDirectory(folder.resolve("my-lexicon"));
    Files.writeString(
        lexicon.resolve("names.tsv"),
        "Nordic Guard\tNOR\tinstitution\tMIL\nArmenia\t-\tnone\t\nArmenian\t-\tnone\t\n");
  }

  private void awaitLive(boolean alerted, boolean added) {
    Await.until(
        "what subscribers see: " + ALERTED + " " + alerted + ", " + ADDED + " " + added,
        this::live,
        live -> live.contains("alert " + ALERTED) == alerted && live.contains(ADDED) == added,
        PATIENCE);
  }

  private Set<String> live() {
    Set<String> live =
        new TreeSet<>(
            cluster
                .lastRecords(TOPICS.indicatorsLatest().name(), (topic, bytes) -> bytes)
                .keySet());
    alerts().values().forEach(pair -> live.add("alert " + pair));
    return live;
  }

  /** The pair of each open alert, by its id. */
  private Map<String, String> alerts() {
    Map<String, String> alerts = new TreeMap<>();
    cluster
        .lastRecords(
            TOPICS.liveAlerts().name(),
            new AvroSerdes(cluster.clientConfig()).valueDeserializer(TensionAlert.class))
        .forEach((id, alert) -> alerts.put(id, alert.getPair()));
    return alerts;
  }

  /** News may be older than any retention by time: what stands in state must not expire. */
  private void requireStateThatDoesNotExpire() throws Exception {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      List<ConfigResource> changelogs =
          topics().stream()
              .filter(name -> name.endsWith("-changelog"))
              .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
              .toList();
      assertThat(changelogs).isNotEmpty();
      admin
          .describeConfigs(changelogs)
          .all()
          .get()
          .forEach(
              (topic, config) ->
                  assertThat(config.get("cleanup.policy").value())
                      .as(topic.name())
                      .isEqualTo("compact"));
    }
  }

  private Set<String> topics() throws Exception {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      return admin.listTopics().names().get();
    }
  }

  /** Waits until the live topology has read all claims. */
  private void awaitAllRead() {
    Await.until("all claims to be read", this::lag, lag -> lag == 0, PATIENCE);
  }

  private long lag() throws Exception {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin
              .listConsumerGroupOffsets(TOPICS.applicationId())
              .partitionsToOffsetAndMetadata()
              .get();
      Map<TopicPartition, OffsetSpec> claims =
          java.util.stream.IntStream.range(0, TOPICS.partitions())
              .mapToObj(i -> new TopicPartition(TOPICS.claims().name(), i))
              .collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest()));
      return admin.listOffsets(claims).all().get().entrySet().stream()
          .mapToLong(
              end ->
                  end.getValue().offset()
                      - (read.get(end.getKey()) == null ? 0 : read.get(end.getKey()).offset()))
          .sum();
    }
  }

  private void awaitAtWork(String group) {
    try (Brokers brokers = new Brokers(cluster.clientConfig())) {
      Await.until(
          "the threads of " + group,
          () -> GroupMembers.count(brokers, group),
          threads -> threads > 0,
          PATIENCE);
    }
  }

  /** Starts a part that goes on, and returns when it is at work. */
  private ShippedProcess serve(String name, String... command) throws IOException {
    ShippedProcess process = start(name, command);
    Await.until(
        name + " to be at work",
        () -> {
          String printed = process.printed();
          assertThat(process.isAlive()).as(printed).isTrue();
          return printed;
        },
        printed -> printed.contains("Ctrl-C ends it"),
        PATIENCE);
    return process;
  }

  private ShippedProcess start(String name, String... command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of(
            "--bootstrap-server",
            cluster.bootstrapServers(),
            "--schema-registry",
            cluster.registryUrl()));
    ShippedProcess process =
        ShippedProcess.start(
            folder.resolve("process-" + name + ".log"), arguments.toArray(String[]::new));
    processes.add(process);
    return process;
  }
}
