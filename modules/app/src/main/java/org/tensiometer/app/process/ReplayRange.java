package org.tensiometer.app.process;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Which claims, or articles, a replay reads; ticks are always all read. What a bound names by time
 * are records written then, not what they tell.
 *
 * @param from first time of writing
 * @param to time of writing before which it must be
 * @param fromOffset first offset of every partition
 * @param toOffset offset of every partition before which it must be
 */
public record ReplayRange(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Long> fromOffset,
    Optional<Long> toOffset) {

  /** Everything. */
  public static final ReplayRange ALL =
      new ReplayRange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isAll() {
    return equals(ALL);
  }

  /**
   * Has a group that has read nothing yet begin where the range begins.
   *
   * @param erased whether a record of this key is of an erased article; asked for if there is an
   *     end
   * @return settings of a consumer with which it ends where the range ends
   */
  Map<String, Object> prepare(
      Offsets offsets,
      String group,
      List<TopicPartition> partitions,
      Supplier<Predicate<String>> erased)
      throws InterruptedException {
    Map<TopicPartition, Long> starts = starts(offsets, partitions);
    if (!starts.isEmpty() && offsets.committed(group).isEmpty()) {
      offsets.commit(group, starts);
    }
    Map<TopicPartition, Long> ends = ends(offsets, partitions);
    return ends.isEmpty() ? Map.of() : EndOfRange.settings(ends, erased.get());
  }

  /** The first offset that is read of each partition, where that is not the first there is. */
  Map<TopicPartition, Long> starts(Offsets offsets, List<TopicPartition> partitions)
      throws InterruptedException {
    return bound(offsets, partitions, from, fromOffset);
  }

  /** The offset behind the last that is read of each partition, where that is not the end. */
  Map<TopicPartition, Long> ends(Offsets offsets, List<TopicPartition> partitions)
      throws InterruptedException {
    return bound(offsets, partitions, to, toOffset);
  }

  private static Map<TopicPartition, Long> bound(
      Offsets offsets,
      List<TopicPartition> partitions,
      Optional<Instant> time,
      Optional<Long> offset)
      throws InterruptedException {
    if (time.isEmpty() && offset.isEmpty()) {
      return Map.of();
    }
    Map<TopicPartition, Long> last = offsets.ends(partitions);
    Map<TopicPartition, Long> bound = new HashMap<>();
    if (time.isPresent()) {
      // Offset -1: nothing was written then or later.
      offsets
          .of(partitions, OffsetSpec.forTimestamp(time.get().toEpochMilli()))
          .forEach((part, found) -> bound.put(part, found < 0 ? last.get(part) : found));
    } else {
      last.forEach((part, end) -> bound.put(part, Math.min(end, offset.orElseThrow())));
    }
    return bound;
  }
}
