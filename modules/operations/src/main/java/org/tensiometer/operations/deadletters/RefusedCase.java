package org.tensiometer.operations.deadletters;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.operations.RecordPlace;

/**
 * What is kept of a refused record while its bytes are not in hand. Several generations may have
 * refused it; it is one case, decided once.
 *
 * @param id where the record stands, for instance {@code tensiometer.claims-2@17}
 * @param origin partition where it stands
 * @param offset where it stands in that
 * @param key of the record; null if it has none
 * @param reason why it was refused last
 * @param attempt which attempt at it that was, from 1
 * @param whole whether all of it is kept, so that it can be sent again
 * @param told records that tell of it, from which its letter is made
 */
public record RefusedCase(
    String id,
    TopicPartition origin,
    long offset,
    KeyHash key,
    String reason,
    int attempt,
    boolean whole,
    List<RecordPlace> told) {

  static String id(TopicPartition origin, long offset) {
    return origin.topic() + '-' + origin.partition() + '@' + offset;
  }

  /** Bytes of what tells of it. */
  long bytes() {
    return told.stream().mapToLong(RecordPlace::bytes).sum();
  }
}
