package org.tensiometer.topology.pair;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One object for equal texts that come with nearly every record, names of outlets or versions, so
 * that memory holds each once. For one thread.
 */
final class RepeatedTexts {

  private static final int MOST = 10_000;

  private final Map<String, String> known = new HashMap<>();

  /** Puts the one object for its text into each of these fields of a record. */
  void putInto(SpecificRecord record, int... fields) {
    for (int field : fields) {
      if (record.get(field) instanceof String text) {
        record.put(field, one(text));
      }
    }
  }

  private String one(String text) {
    String first = known.putIfAbsent(text, text);
    if (first != null) {
      return first;
    }
    if (known.size() > MOST) {
      known.clear();
    }
    return text;
  }
}
