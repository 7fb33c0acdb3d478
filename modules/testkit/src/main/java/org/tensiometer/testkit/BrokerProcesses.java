package org.tensiometer.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.embedded.QuorumMember;

/**
 * One broker or a cluster of them, each a process of its own, with everything on every broker. Of
 * three, one may be killed at a time without a promise of Kafka being broken. Addresses stay the
 * same over every stop and start.
 */
public final class BrokerProcesses implements Brokers {

  private static final int ALONE = 1;

  private final Path folder;
  private final int size;
  private final String clusterId = QuorumMember.newClusterId();
  private final Map<Integer, Integer> controllerPorts = new HashMap<>();
  private final Map<Integer, Integer> ports = new TreeMap<>();
  private final Map<Integer, BrokerProcess> running = new TreeMap<>();

  private BrokerProcesses(Path folder, int size) {
    this.folder = folder;
    this.size = size;
  }

  /**
   * Starts brokers 1 to {@code size} and returns when all serve.
   *
   * @param folder takes their data and logs
   */
  public static BrokerProcesses start(Path folder, int size) {
    BrokerProcesses brokers = new BrokerProcesses(folder, size);
    try {
      if (size > ALONE) {
        IntStream.rangeClosed(1, size).forEach(brokers::choosePorts);
      }
      brokers.restart();
      return brokers;
    } catch (RuntimeException | Error e) {
      brokers.close();
      throw e;
    }
  }

  @Override
  public String bootstrapServers() {
    return ports.values().stream()
        .map(port -> Loopback.HOST + ":" + port)
        .collect(Collectors.joining(","));
  }

  public int size() {
    return size;
  }

  /** Ends one broker at once (SIGKILL). */
  public void kill(int node) {
    running.remove(node).kill();
  }

  /** Lets one broker hand over what it leads, and stop. */
  public void stop(int node) {
    running.remove(node).close();
  }

  /** As {@link #restart()}, of one broker. */
  public void restart(int node) {
    launch(node);
    running.get(node).awaitReady();
  }

  /** Ends all brokers at once (SIGKILL). */
  public void kill() {
    List.copyOf(running.keySet()).forEach(this::kill);
  }

  /** Lets all brokers stop cleanly. */
  public void stop() {
    // The last ones have no majority to tell that they go; they are given up on, one after another.
    List.copyOf(running.keySet()).forEach(this::stop);
  }

  /** Starts again with their data those that were killed or stopped; returns when they serve. */
  public void restart() {
    List<Integer> missing = new ArrayList<>();
    for (int node = 1; node <= size; node++) {
      if (!running.containsKey(node)) {
        missing.add(node);
        launch(node);
      }
    }
    missing.forEach(node -> running.get(node).awaitReady());
    if (size == ALONE) {
      ports.put(ALONE, running.get(ALONE).port());
    }
  }

  @Override
  public void close() {
    if (size == ALONE) {
      stop();
    } else {
      kill();
    }
  }

  private void choosePorts(int node) {
    ports.put(node, Loopback.freePort());
    controllerPorts.put(node, Loopback.freePort());
  }

  private void launch(int node) {
    running.put(
        node,
        size == ALONE
            ? BrokerProcess.launch(folder, ports.getOrDefault(node, 0))
            : BrokerProcess.launch(
                folder.resolve("broker-" + node),
                ports.get(node),
                new QuorumMember(node, clusterId, controllerPorts)));
  }
}
