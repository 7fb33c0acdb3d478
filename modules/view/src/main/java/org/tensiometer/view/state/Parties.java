package org.tensiometer.view.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;

/** Who stands in a coded claim. */
public final class Parties {

  private Parties() {}

  /** The pairs a claim names: each acting party with each that it acts on. */
  public static Set<CountryPair> pairs(CodedClaim claim) {
    Set<String> from = codes(claim.getSource());
    Set<String> to = codes(claim.getTarget());
    if (claim.getCoding() != null && claim.getCoding().getReciprocal()) {
      from.addAll(to);
      to = from;
    }
    Set<CountryPair> pairs = new TreeSet<>();
    for (String one : from) {
      for (String other : to) {
        if (!one.equals(other)) {
          pairs.add(CountryPair.of(one, other));
        }
      }
    }
    return pairs;
  }

  /** Codes of the parties that were recognised, each once. */
  public static Set<String> codes(List<Actor> actors) {
    Set<String> codes = new LinkedHashSet<>();
    for (Actor actor : actors) {
      if (actor.getCountry() != null) {
        codes.add(actor.getCountry());
      }
    }
    return codes;
  }
}
