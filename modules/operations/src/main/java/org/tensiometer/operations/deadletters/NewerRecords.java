package org.tensiometer.operations.deadletters;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.operations.CommittedRecords;

/**
 * Which refused records have a newer one of the same key: a correction, an erasure, or the record
 * itself, sent again. In a compacted topic the older would take its place.
 */
final class NewerRecords {

  private final CommittedRecords records;
  private final Map<TopicPartition, Map<KeyHash, Long>> newest = new HashMap<>();
  private Map<TopicPartition, Long> next = new HashMap<>();

  /**
   * @param refused their topics must be there
   */
  NewerRecords(CommittedRecords records, Collection<RefusedCase> refused) {
    this.records = records;
    for (RefusedCase one : refused) {
      if (one.key() != null) {
        next.merge(one.origin(), one.offset(), Math::min);
        newest
            .computeIfAbsent(one.origin(), partition -> new HashMap<>())
            .merge(one.key(), one.offset(), Math::max);
      }
    }
  }

  /** Takes notice of what was written since it did so last. */
  void readOn() {
    if (next.isEmpty()) {
      return;
    }
    next =
        records.readFrom(
            next,
            record -> {
              KeyHash key = KeyHash.of(record.key());
              if (key != null) {
                newest
                    .get(new TopicPartition(record.topic(), record.partition()))
                    .computeIfPresent(key, (same, offset) -> Math.max(offset, record.offset()));
              }
            });
  }

  /** Whether there is a newer one, as far as read. */
  boolean isThereOf(RefusedCase refused) {
    return refused.key() != null
        && newest.get(refused.origin()).get(refused.key()) > refused.offset();
  }
}
