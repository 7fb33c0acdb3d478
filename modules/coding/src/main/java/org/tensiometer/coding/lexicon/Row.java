package org.tensiometer.coding.lexicon;

import java.util.Arrays;
import java.util.List;

/**
 * A line of a data file.
 *
 * @param place name of the file
 * @param line 1-based number
 * @param fields its fields, stripped; empty where the line has none
 */
public record Row(String place, int line, List<String> fields) {

  public String field(int i) {
    return fields.get(i);
  }

  /** A field, null if it is empty. */
  public String optional(int i) {
    return field(i).isEmpty() ? null : field(i);
  }

  /** The alternatives of a field that separates them by {@code |}. */
  public List<String> alternatives(int i) {
    return Arrays.stream(field(i).split("\\|"))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** An error that names this line. */
  public LexiconException error(String what) {
    return new LexiconException(place, line, what);
  }
}
