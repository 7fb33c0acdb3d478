package org.tensiometer.metrics;

/** A process that is always well. */
record FixedHealth() implements Health {

  @Override
  public Report live() {
    return Report.good("running");
  }

  @Override
  public Report ready() {
    return Report.good("ready");
  }
}
