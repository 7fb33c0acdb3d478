package org.tensiometer.sink.alerts;

import java.util.Set;
import org.tensiometer.contracts.TensionAlert;

/**
 * Which alerts go to one live topic.
 *
 * @param name last part of the topic's name
 * @param pairs sorted pairs, for instance PRK-RUS; empty for no restriction by pair
 * @param countries countries of which any pair is taken; empty likewise
 * @param lowestTier 1 to 3
 */
public record Route(String name, Set<String> pairs, Set<String> countries, int lowestTier) {

  public Route {
    pairs = Set.copyOf(pairs);
    countries = Set.copyOf(countries);
  }

  /** Whether the alert's pair belongs here, whatever its tier; that never changes for an alert. */
  boolean takesPairOf(TensionAlert alert) {
    return pairs.isEmpty() && countries.isEmpty()
        || pairs.contains(alert.getPair())
        || countries.contains(alert.getCountryA())
        || countries.contains(alert.getCountryB());
  }

  boolean takesTierOf(TensionAlert alert) {
    return alert.getTier() >= lowestTier;
  }
}
