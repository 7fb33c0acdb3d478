package org.tensiometer.app.process.health;

import org.tensiometer.metrics.Health;

/** How a part is that only writes: it waits for brokers that are away, and ends with its fault. */
public final class InputHealth implements Health {

  private final ClusterWatch cluster;

  public InputHealth(ClusterWatch cluster) {
    this.cluster = cluster;
  }

  @Override
  public Report live() {
    return Report.good("running");
  }

  @Override
  public Report ready() {
    return cluster.problem().map(Report::bad).orElse(Report.good("ready"));
  }
}
