package org.tensiometer.view.state;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a reader of the alert topic has come: per partition the offset last read, none before the
 * first. Written as {@code 0:17,2:4}, which is the id of an event; it means the same after a
 * restart of the view.
 */
public record AlertPosition(Map<Integer, Long> offsets) {

  public static final AlertPosition START = new AlertPosition(Map.of());

  public AlertPosition {
    offsets = Map.copyOf(offsets);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  public static AlertPosition parse(String text) {
    Map<Integer, Long> offsets = new TreeMap<>();
    for (String part : text.isBlank() ? new String[0] : text.strip().split(",", -1)) {
      String[] numbers = part.split(":", -1);
      try {
        if (numbers.length != 2) {
          throw new NumberFormatException(part);
        }
        offsets.put(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "An event id is partitions and offsets such as 0:17,2:4, not \"" + text + '"', e);
      }
    }
    return new AlertPosition(offsets);
  }

  /** The offset last read of a partition, -1 before the first. */
  public long of(int partition) {
    return offsets.getOrDefault(partition, -1L);
  }

  AlertPosition with(int partition, long offset) {
    Map<Integer, Long> changed = new TreeMap<>(offsets);
    changed.put(partition, offset);
    return new AlertPosition(changed);
  }

  /** Whether another has read what this one has not. */
  boolean isBehind(AlertPosition other) {
    return other.offsets.entrySet().stream().anyMatch(e -> of(e.getKey()) < e.getValue());
  }

  @Override
  public String toString() {
    return new TreeMap<>(offsets)
        .entrySet().stream()
            .map(e -> e.getKey() + ":" + e.getValue())
            .collect(Collectors.joining(","));
  }
}
