package org.tensiometer.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * How far the local state of this process is restored from its changelogs. Told by what the threads
 * have read, so that nobody waits for brokers to know it.
 */
public final class RestoreProgress implements StateRestoreListener {

  private static final int HUNDRED = 100;

  private record Part(long start, long end, long reached) {}

  private final Map<TopicPartition, Part> parts = new HashMap<>();

  /** Offsets of changelogs that are still to be read; 0 when nothing is being restored. */
  public synchronized long remaining() {
    return parts.values().stream().mapToLong(part -> part.end - part.reached).sum();
  }

  /** From 0 to 99 while something is being restored, else empty. */
  public synchronized OptionalInt percent() {
    long left = remaining();
    if (left == 0) {
      return OptionalInt.empty();
    }
    long all = parts.values().stream().mapToLong(part -> part.end - part.start).sum();
    return OptionalInt.of((int) ((all - left) * HUNDRED / all));
  }

  @Override
  public synchronized void onRestoreStart(
      TopicPartition changelog, String store, long startingOffset, long endingOffset) {
    parts.put(
        changelog,
        new Part(startingOffset, Math.max(startingOffset, endingOffset), startingOffset));
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition changelog, String store, long batchEndOffset, long numRestored) {
    parts.computeIfPresent(
        changelog,
        (same, part) ->
            new Part(
                part.start,
                part.end,
                // The last batch may lie behind what was the end at the start.
                Math.max(part.reached, Math.min(batchEndOffset + 1, part.end))));
  }

  /** What is restored counts until all is, so that the share does not fall. */
  @Override
  public synchronized void onRestoreEnd(
      TopicPartition changelog, String store, long totalRestored) {
    parts.computeIfPresent(changelog, (same, part) -> new Part(part.start, part.end, part.end));
    if (remaining() == 0) {
      parts.clear();
    }
  }

  @Override
  public synchronized void onRestoreSuspended(
      TopicPartition changelog, String store, long totalRestored) {
    parts.remove(changelog);
  }
}
