package org.tensiometer.operations.erasure;

import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the erasure of an article touches.
 *
 * @param tombstones for its record and for each of its claims that is there
 * @param deadLetters number of dead letters about it
 * @param mentions records that hold its id, and so may hold its words, by topic; only those that
 *     are the last of their key
 */
public record ErasurePlan(
    List<ProducerRecord<byte[], byte[]>> tombstones,
    int deadLetters,
    SortedMap<String, Integer> mentions) {

  public boolean isEmpty() {
    return tombstones.isEmpty() && deadLetters == 0 && mentions.isEmpty();
  }
}
