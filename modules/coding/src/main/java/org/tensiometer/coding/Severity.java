package org.tensiometer.coding;

import org.tensiometer.contracts.QuadClass;

/**
 * Weight of an act.
 *
 * @param weight Goldstein (1992) or PLOVER score, -10 to 10
 * @param quad quad class
 */
public record Severity(double weight, QuadClass quad) {

  /** Weight divided by ten, in millionths: -7.2 gives -720000. */
  public long micros() {
    return Math.round(weight * 100_000);
  }
}
