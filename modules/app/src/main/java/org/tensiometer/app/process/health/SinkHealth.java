package org.tensiometer.app.process.health;

import java.util.Optional;
import java.util.function.Supplier;
import org.tensiometer.app.process.Sink;
import org.tensiometer.metrics.Health;

/** How a sink is. It lives until it has stopped; it is ready while its last attempt went well. */
public final class SinkHealth implements Health {

  private final Supplier<Optional<Sink>> sink;
  private final ClusterWatch cluster;

  /**
   * @param sink the one at work now; empty while none is
   */
  public SinkHealth(Supplier<Optional<Sink>> sink, ClusterWatch cluster) {
    this.sink = sink;
    this.cluster = cluster;
  }

  @Override
  public Report live() {
    return sink.get()
        .flatMap(Sink::failure)
        .map(fault -> Report.bad("a sink has stopped: " + fault))
        .orElse(Report.good("running"));
  }

  @Override
  public Report ready() {
    Report live = live();
    if (!live.good()) {
      return live;
    }
    Optional<Sink> now = sink.get();
    return cluster
        .problem()
        .or(() -> now.flatMap(Sink::waiting).map(cause -> "waiting for the end of: " + cause))
        .map(Report::bad)
        .orElseGet(() -> now.isPresent() ? Report.good("ready") : Report.bad("starting"));
  }
}
