package org.tensiometer.wire;

/**
 * What a sink says otherwise once it has gone over to another generation.
 *
 * @param published number of keys that are new
 * @param replaced number of keys of which the other generation says something else
 * @param withdrawn number of keys that it does not have
 */
public record HandoverChanges(int published, int replaced, int withdrawn) {

  /** Number of keys that differ. */
  public int total() {
    return published + replaced + withdrawn;
  }
}
