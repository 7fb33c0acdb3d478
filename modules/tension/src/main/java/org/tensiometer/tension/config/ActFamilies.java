package org.tensiometer.tension.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.tensiometer.contracts.EventType;

/** Event types that may report one event, and so may cluster (F3). */
public record ActFamilies(Map<EventType, String> families) {

  public ActFamilies {
    families = Collections.unmodifiableMap(new EnumMap<>(families));
    for (EventType event : EventType.values()) {
      if (!families.containsKey(event)) {
        throw new IllegalArgumentException("no family for " + event);
      }
    }
  }

  public String of(EventType event) {
    return families.get(event);
  }

  static ActFamilies read(Table table) {
    Map<EventType, String> families = new EnumMap<>(EventType.class);
    for (Table.Row row : table.rows(2)) {
      String family = row.cell(1);
      if (!family.matches("[a-z-]+")) {
        throw row.wrong("a family is small letters and hyphens, not \"" + family + '"');
      }
      families.put(row.constant(0, EventType.class), family);
    }
    return new ActFamilies(families);
  }
}
