package org.tensiometer.embedded;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * Which broker of which cluster one is. All members of a cluster are brokers and controllers.
 *
 * @param nodeId from 1
 * @param clusterId the same for all members, as Kafka's {@code Uuid} writes it
 * @param controllerPorts ports of all controllers on 127.0.0.1 by node id
 */
public record QuorumMember(int nodeId, String clusterId, Map<Integer, Integer> controllerPorts) {

  private static final int ALONE = 1;

  public QuorumMember {
    controllerPorts = Map.copyOf(controllerPorts);
    if (!controllerPorts.containsKey(nodeId)) {
      throw new IllegalArgumentException(
          "Node " + nodeId + " is not among the controllers " + controllerPorts);
    }
  }

  /** The only broker of a new cluster. */
  static QuorumMember alone(int controllerPort) {
    return new QuorumMember(ALONE, newClusterId(), Map.of(ALONE, controllerPort));
  }

  public static String newClusterId() {
    return Uuid.randomUuid().toString();
  }

  int controllerPort() {
    return controllerPorts.get(nodeId);
  }

  /** Number of brokers. */
  int size() {
    return controllerPorts.size();
  }

  /** A static quorum: nothing about ports is written into the data folder. */
  String voters() {
    return new TreeMap<>(controllerPorts)
        .entrySet().stream()
            .map(node -> node.getKey() + "@" + Loopback.HOST + ":" + node.getValue())
            .collect(Collectors.joining(","));
  }
}
