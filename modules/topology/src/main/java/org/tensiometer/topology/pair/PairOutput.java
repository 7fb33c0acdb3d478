package org.tensiometer.topology.pair;

import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;

/** What the pair stage says: one record for the indicators or for the alerts. */
public sealed interface PairOutput {

  /** Key of the record in its topic. */
  String key();

  /**
   * @param key pair # day
   * @param value null, a tombstone, when corrections left no claim around that day
   */
  record Indicator(String key, TensionIndicator value) implements PairOutput {}

  /**
   * @param key id of the alert
   * @param value null, a tombstone, after a CLEAR or WITHDRAW
   */
  record Alert(String key, TensionAlert value) implements PairOutput {}
}
