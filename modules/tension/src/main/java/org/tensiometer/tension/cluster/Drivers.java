package org.tensiometer.tension.cluster;

import org.tensiometer.contracts.Driver;

/** Adds what one event type contributes. */
public final class Drivers {

  private Drivers() {}

  /** Sum of two entries of one event type. */
  public static Driver plus(Driver one, Driver other) {
    return new Driver(
        one.getEvent(),
        one.getClusters() + other.getClusters(),
        one.getSeverityMicros() + other.getSeverityMicros());
  }
}
