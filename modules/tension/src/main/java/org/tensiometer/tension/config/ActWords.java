package org.tensiometer.tension.config;

import java.util.EnumMap;
import java.util.Map;
import org.tensiometer.contracts.EventType;

/** How an alert's sentence says an act. */
public record ActWords(Map<EventType, Words> words) {

  /**
   * @param done for instance "threatened"
   * @param planned for instance "threaten", after "intends to"
   */
  public record Words(String done, String planned) {}

  public ActWords {
    words = Map.copyOf(words);
    for (EventType event : EventType.values()) {
      if (!words.containsKey(event)) {
        throw new IllegalArgumentException("no words for " + event);
      }
    }
  }

  public Words of(EventType event) {
    return words.get(event);
  }

  static ActWords read(Table table) {
    Map<EventType, Words> words = new EnumMap<>(EventType.class);
    for (Table.Row row : table.rows(3)) {
      words.put(row.constant(0, EventType.class), new Words(row.cell(1), row.cell(2)));
    }
    return new ActWords(words);
  }
}
