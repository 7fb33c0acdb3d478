package org.tensiometer.tension.config;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.tensiometer.contracts.Factuality;

/** What a claim weighs by how certain the text makes the act (F2). */
public record FactualityWeights(Map<Factuality, Weight> weights) {

  /**
   * @param micros weight in millionths, 0 to 1000000
   * @param verbal whether the act counts as a verbal one: cooperative in VC, conflictual in VX
   */
  public record Weight(int micros, boolean verbal) {}

  public FactualityWeights {
    weights = Collections.unmodifiableMap(new EnumMap<>(weights));
    for (Factuality factuality : Factuality.values()) {
      if (!weights.containsKey(factuality)) {
        throw new IllegalArgumentException("no weight for " + factuality);
      }
    }
  }

  public Weight of(Factuality factuality) {
    return weights.get(factuality);
  }

  static FactualityWeights read(Table table) {
    Map<Factuality, Weight> weights = new EnumMap<>(Factuality.class);
    for (Table.Row row : table.rows(3)) {
      String where = row.cell(2);
      if (!where.equals("own") && !where.equals("verbal")) {
        throw row.wrong("the class is own or verbal, not \"" + where + '"');
      }
      weights.put(
          row.constant(0, Factuality.class), new Weight(row.micros(1), where.equals("verbal")));
    }
    return new FactualityWeights(weights);
  }
}
