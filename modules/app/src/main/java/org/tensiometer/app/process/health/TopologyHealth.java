package org.tensiometer.app.process.health;

import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.streams.KafkaStreams.State;
import org.tensiometer.metrics.Health;
import org.tensiometer.topology.TensionStreams;

/**
 * How the topology is. It lives while it works or shares out its tasks anew, outages included; it
 * is ready while it works on all its tasks.
 */
public final class TopologyHealth implements Health {

  private final TensionStreams topology;
  private final ClusterWatch cluster;

  public TopologyHealth(TensionStreams topology, ClusterWatch cluster) {
    this.topology = topology;
    this.cluster = cluster;
  }

  @Override
  public Report live() {
    State state = topology.state();
    if (state == State.ERROR || state == State.PENDING_ERROR) {
      return Report.bad(stopped());
    }
    return state == State.NOT_RUNNING
        ? Report.bad("stopped")
        : Report.good(state == State.RUNNING ? "running" : words(state));
  }

  @Override
  public Report ready() {
    Report live = live();
    if (!live.good()) {
      return live;
    }
    Optional<String> outage = topology.outage().map(cause -> "waiting for the end of: " + cause);
    Optional<String> trouble = cluster.problem().or(() -> outage);
    if (trouble.isPresent()) {
      return Report.bad(trouble.get());
    }
    State state = topology.state();
    if (state == State.RUNNING) {
      return Report.good("ready");
    }
    OptionalInt restored = topology.restoring().percent();
    return Report.bad(
        state == State.REBALANCING && restored.isPresent()
            ? "restoring " + restored.getAsInt() + " %"
            : words(state));
  }

  private String stopped() {
    return topology.failure().map(fault -> "stopped: " + fault).orElse("stopped; the log says why");
  }

  private static String words(State state) {
    return switch (state) {
      case CREATED -> "starting";
      case REBALANCING -> "rebalancing";
      case PENDING_SHUTDOWN -> "stopping";
      default -> state.toString();
    };
  }
}
