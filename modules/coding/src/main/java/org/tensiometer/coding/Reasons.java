package org.tensiometer.coding;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.Factuality;

/**
 * Why a claim does not count. A conditional or denied act between two countries is INDEXED all the
 * same: it counts in no class, but in the split by factuality, which the pair stage keeps.
 */
final class Reasons {

  /** An announcement stands beside the intended act, which counts for both. */
  static final String COUNTS_AS_THE_ACT = "counts as the intended act";

  private Reasons() {}

  /** The first reason that applies; null if the claim counts. */
  static String of(
      EventCoding coding,
      List<Actor> source,
      List<Actor> target,
      Factuality factuality,
      boolean historical) {
    if (coding == null) {
      return "no act";
    }
    if (historical) {
      return "historical";
    }
    Set<String> from = codes(source);
    Set<String> to = codes(target);
    if (from.isEmpty()) {
      return "no source country";
    }
    if (to.isEmpty()) {
      return "no target country";
    }
    if (from.equals(to) && from.size() == 1) {
      return "same country";
    }
    if (Dyads.of(source, target, coding.getReciprocal()).isEmpty()) {
      return "organisation";
    }
    return switch (factuality) {
      case CONDITIONAL -> "conditional";
      case DENIED -> "denied";
      default -> null;
    };
  }

  private static Set<String> codes(List<Actor> actors) {
    return actors.stream()
        .map(Actor::getCountry)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
