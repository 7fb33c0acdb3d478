package org.tensiometer.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of a broker that shares its machine with everything else, its cluster's others too. */
final class BrokerSettings {

  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String LISTENER = "PLAINTEXT";

  private BrokerSettings() {}

  /**
   * @param logFolder where the broker keeps its partitions
   * @param extra settings that are put over these, by Kafka's names
   */
  static Map<String, String> of(
      Path logFolder, int port, QuorumMember member, Map<String, String> extra) {
    Map<String, String> settings = new LinkedHashMap<>();
    addIdentity(settings, logFolder, port, member);
    addReplication(settings, member.size());
    addThreads(settings);
    addMemory(settings);
    addBehaviour(settings);
    addPromptness(settings);
    settings.putAll(extra);
    return settings;
  }

  private static void addIdentity(
      Map<String, String> settings, Path logFolder, int port, QuorumMember member) {
    String broker = LISTENER + "://" + Loopback.HOST + ":" + port;
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(member.nodeId()));
    settings.put(
        "listeners",
        broker + "," + CONTROLLER_LISTENER + "://" + Loopback.HOST + ":" + member.controllerPort());
    settings.put("advertised.listeners", broker);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put(
        "listener.security.protocol.map",
        LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.put("controller.quorum.voters", member.voters());
    settings.put("log.dirs", logFolder.toString());
  }

  /** Everything on every broker; what is acknowledged survives the loss of all but a majority. */
  private static void addReplication(Map<String, String> settings, int brokers) {
    String replicas = Integer.toString(brokers);
    String majority = Integer.toString(brokers / 2 + 1);
    settings.put("default.replication.factor", replicas);
    settings.put("min.insync.replicas", majority);
    settings.put("offsets.topic.replication.factor", replicas);
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", replicas);
    settings.put("transaction.state.log.min.isr", majority);
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.replication.factor", replicas);
    settings.put("share.coordinator.state.topic.min.isr", majority);
    settings.put("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void addThreads(Map<String, String> settings) {
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("num.replica.fetchers", "1");
    settings.put("background.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "1");
    settings.put("log.cleaner.threads", "1");
    settings.put("group.coordinator.threads", "1");
    settings.put("share.coordinator.threads", "1");
  }

  private static void addMemory(Map<String, String> settings) {
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    // Index files are created at this size; 2 MiB serve segments of 1 GiB.
    settings.put("log.index.size.max.bytes", "2097152");
  }

  private static void addBehaviour(Map<String, String> settings) {
    settings.put("auto.create.topics.enable", "false");
    // An application that rests for weeks goes on where it stopped; a server would forget in 7
    // days.
    settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
  }

  /** There is no one to wait for but processes of this machine. */
  private static void addPromptness(Map<String, String> settings) {
    settings.put("controller.quorum.append.linger.ms", "1");
    // After kill -9 the controller waits this long before it believes that the old broker is gone.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.streams.initial.rebalance.delay.ms", "0");
    for (String protocol : List.of("consumer", "streams")) {
      String group = "group." + protocol;
      settings.put(group + ".assignment.interval.ms", "100");
      settings.put(group + ".heartbeat.interval.ms", "1000");
      settings.put(group + ".min.heartbeat.interval.ms", "1000");
      // A killed member of these protocols keeps its partitions this long, also over a restart.
      settings.put(group + ".session.timeout.ms", "10000");
      settings.put(group + ".min.session.timeout.ms", "6000");
    }
  }
}
