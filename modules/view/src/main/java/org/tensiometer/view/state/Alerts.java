package org.tensiometer.view.state;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensiometer.contracts.TensionAlert;

/** The open alerts, and the last changes for readers who were away. For any thread. */
public final class Alerts {

  private static final Comparator<TensionAlert> NEWEST =
      Comparator.comparing(TensionAlert::getDay)
          .thenComparing(TensionAlert::getTier)
          .reversed()
          .thenComparing(TensionAlert::getAlertId);

  private final int most;
  private final Map<String, TensionAlert> open = new HashMap<>();
  private final Deque<AlertChange> changes = new ArrayDeque<>();
  private AlertPosition position = AlertPosition.START;
  private AlertPosition forgotten = AlertPosition.START;

  /**
   * @param most number of changes kept
   */
  public Alerts(int most) {
    this.most = most;
  }

  /**
   * A record of the live alerts.
   *
   * @param alert null when it is over
   */
  public synchronized AlertChange put(int partition, long offset, String id, TensionAlert alert) {
    if (alert == null) {
      open.remove(id);
    } else {
      open.put(id, alert);
    }
    position = position.with(partition, offset);
    AlertChange change = new AlertChange(partition, offset, id, alert, position);
    changes.add(change);
    if (changes.size() > most) {
      forgotten = changes.remove().position();
    }
    return change;
  }

  /** Forgets all, before the topic is read anew. */
  public synchronized void clear() {
    open.clear();
    changes.clear();
    position = AlertPosition.START;
    forgotten = AlertPosition.START;
  }

  /** Open alerts, the newest day first. */
  public synchronized List<TensionAlert> open() {
    return open.values().stream().sorted(NEWEST).toList();
  }

  /** How far the topic has been read. */
  public synchronized AlertPosition position() {
    return position;
  }

  /**
   * What a reader missed who stood at this position, in the order it was read here.
   *
   * @return empty if that is not known any more, or the position is of another topic: the reader
   *     has to take the open alerts as they stand
   */
  public synchronized Optional<List<AlertChange>> since(AlertPosition reader) {
    if (reader.isBehind(forgotten) || position.isBehind(reader)) {
      return Optional.empty();
    }
    return Optional.of(changes.stream().filter(change -> change.isNewTo(reader)).toList());
  }
}
