package org.tensiometer.view.state;

import org.tensiometer.contracts.TensionAlert;

/**
 * One record of the live alerts.
 *
 * @param partition of the record
 * @param offset of the record
 * @param alertId key of the record
 * @param alert null when the alert is over
 * @param position of a reader who has read it and all before it
 */
public record AlertChange(
    int partition, long offset, String alertId, TensionAlert alert, AlertPosition position) {

  /** Whether a reader at this position has yet to learn of it. */
  boolean isNewTo(AlertPosition reader) {
    return reader.of(partition) < offset;
  }
}
