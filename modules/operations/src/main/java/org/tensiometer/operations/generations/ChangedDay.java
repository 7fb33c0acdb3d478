package org.tensiometer.operations.generations;

import java.util.Map;
import org.tensiometer.contracts.TensionIndicator;

/**
 * A pair and day of which two generations say different things.
 *
 * @param key pair # day
 * @param live null if only the replayed generation has it
 * @param replayed null if only the live one has it
 * @param causes how the claims of this pair in the week of this day are coded otherwise, with the
 *     number of claims; empty where an earlier day or the configuration is the cause
 */
public record ChangedDay(
    String key, TensionIndicator live, TensionIndicator replayed, Map<String, Integer> causes) {

  /** By how many points of level the two differ. */
  public double levelChange() {
    return Math.abs(
        (replayed == null ? 0 : replayed.getLevel()) - (live == null ? 0 : live.getLevel()));
  }
}
