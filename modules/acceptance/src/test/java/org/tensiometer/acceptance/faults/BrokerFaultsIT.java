package org.tensiometer.acceptance.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
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
      for (int hit = 0; hit < kills + bounces; ) {
        run.send(portion);
        if (!fleet.awaitAtWork(hit % 2)) {
          continue;
        }
        int leader = partition(admin).leader().id();
        if (hit < kills) {
          brokers.kill(leader);
        } else {
          brokers.stop(leader);
        }
        Await.until(
            "another leader of " + TOPIC,
            () -> leader(admin),
            other -> other != leader && other > 0);
        run.send(portion / 10);
        brokers.restart(leader);
        Await.until(
            "all replicas of " + TOPIC + " to be in sync",
            () -> partition(admin).isr().size(),
            inSync -> inSync == BROKERS);
        hit++;
      }
      run.send(portion);
      fleet.awaitAtWork(0);
      brokers.kill();
      fleet.liveThrough(darkness);
      brokers.restart();
      run.send(portion);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  private static int leader(Admin admin) throws InterruptedException {
    try {
      TopicPartitionInfo partition = partition(admin);
      return partition.leader() == null ? -1 : partition.leader().id();
    } catch (ExecutionException e) {
      return -1;
    }
  }

  private static TopicPartitionInfo partition(Admin admin)
      throws InterruptedException, ExecutionException {
    return admin
        .describeTopics(List.of(TOPIC))
        .allTopicNames()
        .get()
        .get(TOPIC)
        .partitions()
        .get(0);
  }
}
