package org.tensiometer.coding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Direction;

/**
 * The country pairs of a coded claim. Parties that are organisations keep their codes in the claim
 * but form no pair: an indicator is about two countries.
 */
public final class Dyads {

  private Dyads() {}

  /**
   * Each pair of different countries once. A reciprocal act pairs all its parties and has direction
   * BOTH; so has a pair whose members act on each other in one claim.
   *
   * @return sorted by pair; empty if the claim has no event or no two countries
   */
  public static List<Dyad> of(CodedClaim claim) {
    return of(claim, Dyads::isCountry);
  }

  /** As {@link #of(CodedClaim)}, with every code for a party, for event data of other codes. */
  public static List<Dyad> ofAnyCodes(CodedClaim claim) {
    return of(claim, code -> true);
  }

  private static List<Dyad> of(CodedClaim claim, Predicate<String> isParty) {
    return claim.getCoding() == null
        ? List.of()
        : of(claim.getSource(), claim.getTarget(), claim.getCoding().getReciprocal(), isParty);
  }

  static List<Dyad> of(List<Actor> source, List<Actor> target, boolean reciprocal) {
    return of(source, target, reciprocal, Dyads::isCountry);
  }

  private static List<Dyad> of(
      List<Actor> source, List<Actor> target, boolean reciprocal, Predicate<String> isParty) {
    Set<String> from = codes(source, isParty);
    Set<String> to = codes(target, isParty);
    if (reciprocal) {
      from.addAll(to);
      to = from;
    }
    Map<CountryPair, Direction> pairs = new TreeMap<>();
    for (String one : from) {
      for (String other : to) {
        if (!one.equals(other)) {
          CountryPair pair = CountryPair.of(one, other);
          pairs.merge(pair, pair.directionFrom(one), (a, b) -> a == b ? a : Direction.BOTH);
        }
      }
    }
    List<Dyad> dyads = new ArrayList<>();
    pairs.forEach((pair, direction) -> dyads.add(new Dyad(pair, direction)));
    return dyads;
  }

  /** Whether a code is that of a country, present or former. */
  public static boolean isCountry(String code) {
    return CountryCodes.isCountry(code);
  }

  private static Set<String> codes(List<Actor> actors, Predicate<String> isParty) {
    Set<String> codes = new LinkedHashSet<>();
    for (Actor actor : actors) {
      if (actor.getCountry() != null && isParty.test(actor.getCountry())) {
        codes.add(actor.getCountry());
      }
    }
    return codes;
  }
}
