package org.tensiometer.operations.deadletters;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.operations.CommittedRecords;

/**
 * Which refused records have a newer one of the same key: a correction, an erasure, or the record
 * itself, sent again. In a compacted topic the older would take its place.
 */
final class NewerRecords {

  private final CommittedRecords records;

  NewerRecords(CommittedRecords records) {
    this.records = records;
  }

  /** The ids of those that are superseded; their topics must be there. */
  Set<String> of(Collection<RefusedRecord> refused) {
    Map<TopicPartition, Long> starts = new HashMap<>();
    Map<TopicPartition, Map<ByteBuffer, Long>> newest = new HashMap<>();
    for (RefusedRecord record : refused) {
      DeadLetter letter = record.letter();
      if (letter.getKey() != null) {
        starts.merge(partition(letter), letter.getOriginOffset(), Math::min);
        newest
            .computeIfAbsent(partition(letter), partition -> new HashMap<>())
            .put(letter.getKey(), letter.getOriginOffset());
      }
    }
    if (!starts.isEmpty()) {
      records.readFrom(
          starts,
          record -> {
            if (record.key() != null) {
              newest
                  .get(new TopicPartition(record.topic(), record.partition()))
                  .computeIfPresent(
                      ByteBuffer.wrap(record.key()),
                      (key, offset) -> Math.max(offset, record.offset()));
            }
          });
    }
    Set<String> superseded = new HashSet<>();
    for (RefusedRecord record : refused) {
      DeadLetter letter = record.letter();
      if (letter.getKey() != null
          && newest.get(partition(letter)).get(letter.getKey()) > letter.getOriginOffset()) {
        superseded.add(record.id());
      }
    }
    return superseded;
  }

  private static TopicPartition partition(DeadLetter letter) {
    return new TopicPartition(letter.getOriginTopic(), letter.getOriginPartition());
  }
}
