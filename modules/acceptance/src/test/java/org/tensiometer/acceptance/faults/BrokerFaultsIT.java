package org.tensiometer.acceptance.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.BrokerProcesses;
import org.tensiometer.testkit.TestCluster;

/**
 *
 *
 * <pre>
 * broker 1   leader ... kill -9 | start, in sync ............... leader ... stop | start ...
 * broker 2   .......... leader ................... kill -9 | start, in sync .............
 * stream-0   read .......................................................................
 * stream-1   read .......................................................................
 * </pre>
 *
 * and in the end all brokers are gone for a minute. The instances live through it all.
 */
@Tag("full")
class BrokerFaultsIT {

  private static final int BROKERS = 3;
  private static final String TOPIC = Installation.TOPICS.claims().name();

  private final int claims = FaultSize.of("broker.claims", 6_000, 60_000);
  private final int kills = FaultSize.of("broker.kills", 1, 5);
  private final int bounces = FaultSize.of("broker.bounces", 1, 5);
  private final Duration darkness =
      Duration.ofSeconds(FaultSize.of("broker.darkness.seconds", 15, 60));

  @TempDir private Path folder;

  @Test
  void shouldAnswerAsTheLedgerDemandsWhenLeadersFallAndWhenAllBrokersDo() throws Exception {
    int portion = claims / (kills + bounces + 2);
    try (Installation installation = new Installation(TestCluster.ofSize(BROKERS), folder);
        LedgerRun run = LedgerRun.of(installation, BROKERS, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of());
        Admin admin = Admin.create(installation.cluster().clientConfig())) {
      BrokerProcesses brokers = installation.cluster().processes();
      fleet.start(0);
      fleet.start(1);
      for (int hit = 0; hit < kills + bounces; hit++) {
        int instance = hit % 2;
        IntConsumer fault = hit < kills ? brokers::kill : brokers::stop;
        Hit.until(
            "the leader",
            () -> {
              run.send(portion);
              if (!fleet.awaitAtWork(instance)) {
                return false;
              }
              Map.Entry<TopicPartition, Long> most = mostLeft(fleet.progress());
              if (most.getValue() == 0) {
                return false;
              }
              int leader = partitions(admin).get(most.getKey().partition()).leader().id();
              Set<TopicPartition> led = led(admin, leader);
              boolean atWork =
                  fleet.strike(
                      led,
                      () -> {
                        fault.accept(leader);
                        Await.until(
                            "another leader of " + led, () -> led(admin, leader), Set::isEmpty);
                      });
              run.send(portion / 10);
              brokers.restart(leader);
              Await.until(
                  "all replicas of " + TOPIC + " to be in sync",
                  () -> fewestInSync(admin),
                  inSync -> inSync == BROKERS);
              return atWork;
            });
      }
      Hit.until(
          "what needs any broker",
          () -> {
            run.send(portion);
            return fleet.strikeAtWork(
                0,
                () -> {
                  brokers.kill();
                  fleet.liveThrough(darkness);
                  brokers.restart();
                });
          });
      run.send(portion);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  /** The partition of claims of which most is left to be read. */
  private static Map.Entry<TopicPartition, Long> mostLeft(GroupProgress progress) {
    return Collections.max(
        progress.left(progress.ends(Set.of(TOPIC))).entrySet(), Map.Entry.comparingByValue());
  }

  /** Partitions of claims that this broker leads, or nobody does. */
  private static Set<TopicPartition> led(Admin admin, int broker)
      throws InterruptedException, ExecutionException {
    return partitions(admin).stream()
        .filter(p -> p.leader() == null || p.leader().isEmpty() || p.leader().id() == broker)
        .map(p -> new TopicPartition(TOPIC, p.partition()))
        .collect(Collectors.toSet());
  }

  private static int fewestInSync(Admin admin) throws InterruptedException, ExecutionException {
    return partitions(admin).stream().mapToInt(p -> p.isr().size()).min().orElseThrow();
  }

  private static List<TopicPartitionInfo> partitions(Admin admin)
      throws InterruptedException, ExecutionException {
    return admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions();
  }
}
