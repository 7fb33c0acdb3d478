package org.tensiometer.tension.config;

import java.util.HashMap;
import java.util.Map;

/** English names of countries and organisations, for people. */
public record Parties(Map<String, String> names) {

  public Parties {
    names = Map.copyOf(names);
  }

  /** The name of a code, or the code itself where there is none. */
  public String name(String code) {
    return names.getOrDefault(code, code);
  }

  static Parties read(Table table) {
    Map<String, String> names = new HashMap<>();
    table.rows(2).forEach(row -> names.put(row.cell(0), row.cell(1)));
    return new Parties(names);
  }
}
