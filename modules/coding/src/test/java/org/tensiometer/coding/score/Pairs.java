package org.tensiometer.coding.score;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.EventType;

/** Ordered pairs of codes, as the scorer beside the labelled data counts them. */
final class Pairs {

  private static final Set<EventType> RECIPROCAL =
      Set.of(EventType.AGREE, EventType.CONSULT, EventType.COOPERATE);

  /** Who acted on whom. */
  record Pair(String from, String to) {

    Pair turned() {
      return new Pair(to, from);
    }
  }

  private Pairs() {}

  static Set<String> codes(List<Actor> actors) {
    return actors.stream()
        .map(Actor::getCountry)
        .filter(code -> code != null && !code.isEmpty())
        .collect(Collectors.toSet());
  }

  static Set<Pair> of(CodedClaim claim) {
    return of(codes(claim.getSource()), codes(claim.getTarget()));
  }

  static Set<Pair> of(Collection<String> from, Collection<String> to) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (String one : from) {
      for (String other : to) {
        if (!one.equals(other)) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    return pairs;
  }

  static Set<Pair> turned(Set<Pair> pairs) {
    return pairs.stream().map(Pair::turned).collect(Collectors.toSet());
  }

  static boolean isReciprocal(CodedClaim claim) {
    return RECIPROCAL.contains(claim.getCoding().getEvent());
  }

  static boolean meet(Set<?> some, Set<?> others) {
    return some.stream().anyMatch(others::contains);
  }
}
