package org.tensiometer.tension.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tensiometer.tension.Fingerprints;

/** Who owns an outlet, and how reliable it is (F3). */
public final class Outlets {

  /** The owner of all outlets of which nothing is known: they corroborate each other never. */
  public static final String UNKNOWN = "unknown";

  private static final String ANY = "*";
  private static final int VERSION_DIGITS = 16;

  private final Map<String, Outlet> byName;
  private final int defaultReliabilityMicros;
  private final String version;

  /**
   * @param owner who decides what is printed
   * @param reliabilityMicros probability that a report of its alone is right, millionths
   */
  public record Outlet(String owner, int reliabilityMicros) {}

  Outlets(Map<String, Outlet> byName, int defaultReliabilityMicros, String version) {
    this.version = version;
    this.byName = Map.copyOf(byName);
    this.defaultReliabilityMicros = defaultReliabilityMicros;
  }

  /** First 16 hexadecimal digits of the SHA-256 of the file, which every indicator carries. */
  public String version() {
    return version;
  }

  /**
   * @param name name of the outlet as given, null if unknown
   */
  public Outlet of(String name) {
    if (name == null || name.isBlank()) {
      return new Outlet(UNKNOWN, defaultReliabilityMicros);
    }
    Outlet known = byName.get(key(name));
    return known != null ? known : new Outlet(name.strip(), defaultReliabilityMicros);
  }

  static Outlets read(Table table) {
    Map<String, Outlet> byName = new HashMap<>();
    int fallback = -1;
    for (Table.Row row : table.rows(3)) {
      if (row.cell(0).equals(ANY)) {
        fallback = row.micros(2);
      } else if (byName.put(key(row.cell(0)), new Outlet(row.cell(1), row.micros(2))) != null) {
        throw row.wrong("\"" + row.cell(0) + "\" is named twice");
      }
    }
    if (fallback < 0) {
      throw new IllegalArgumentException(
          table.name() + ": a row for * must say the reliability of every other outlet");
    }
    return new Outlets(byName, fallback, Fingerprints.hex(table.content(), VERSION_DIGITS));
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
