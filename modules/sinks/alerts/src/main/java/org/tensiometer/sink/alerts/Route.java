package org.tensiometer.sink.alerts;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.TensionAlert;

/**
 * Which alerts go to one live topic, and how.
 *
 * @param name last part of the topic's name
 * @param pairs sorted pairs, for instance PRK-RUS; empty for no restriction by pair
 * @param countries countries of which any pair is taken, those of the regions among them; empty
 *     likewise
 * @param lowestTier 1 to 3
 * @param events of which one at least is among the strongest of the alert; empty for any
 * @param lowestOutlets distinct outlets of the seven days
 * @param muted pairs that are left out for now
 * @param acknowledged alerts that somebody takes care of, by id, with the tier up to which they
 *     need not be shown
 * @param format of the values
 */
public record Route(
    String name,
    Set<String> pairs,
    Set<String> countries,
    int lowestTier,
    Set<EventType> events,
    int lowestOutlets,
    Set<String> muted,
    Map<String, Integer> acknowledged,
    AlertFormat format) {

  public Route {
    pairs = Set.copyOf(pairs);
    countries = Set.copyOf(countries);
    events = Set.copyOf(events);
    muted = Set.copyOf(muted);
    acknowledged = Map.copyOf(acknowledged);
  }

  /** A route by pairs, countries and tier alone, in Avro. */
  public Route(String name, Set<String> pairs, Set<String> countries, int lowestTier) {
    this(name, pairs, countries, lowestTier, Set.of(), 1, Set.of(), Map.of(), AlertFormat.AVRO);
  }

  /** Whether the alert's pair belongs here at all; that never changes for an alert. */
  boolean takesPairOf(TensionAlert alert) {
    return pairs.isEmpty() && countries.isEmpty()
        || pairs.contains(alert.getPair())
        || countries.contains(alert.getCountryA())
        || countries.contains(alert.getCountryB());
  }

  /** Whether the alert is to be seen here as it now stands. */
  boolean shows(TensionAlert alert) {
    return takesPairOf(alert)
        && alert.getTier() >= lowestTier
        && alert.getOutlets() >= lowestOutlets
        && (events.isEmpty() || eventsOf(alert).anyMatch(events::contains))
        && !muted.contains(alert.getPair())
        && alert.getTier() > acknowledged.getOrDefault(alert.getAlertId(), 0);
  }

  private static Stream<EventType> eventsOf(TensionAlert alert) {
    return alert.getTopClusters().stream().map(cluster -> cluster.getEvent());
  }
}
