package org.tensiometer.topology.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.PairClaim;

/** From a claim to the country pairs it counts in. */
final class PairClaims {

  private PairClaims() {}

  /**
   * The pairs of every source with every target, each pair once, sorted; with {@link
   * Direction#BOTH} if the act is reciprocal or both parties stand on both sides. Empty unless the
   * claim is indexed.
   *
   * @throws IllegalArgumentException if a country's code is none
   */
  static List<PairClaim> of(CodedClaim claim, boolean retract) {
    if (claim.getDisposition() != Disposition.INDEXED) {
      return List.of();
    }
    Map<CountryPair, Direction> pairs = new TreeMap<>();
    for (String source : countries(claim.getSource())) {
      for (String target : countries(claim.getTarget())) {
        if (!source.equals(target)) {
          CountryPair pair = CountryPair.of(source, target);
          Direction direction =
              claim.getCoding().getReciprocal() ? Direction.BOTH : pair.directionFrom(source);
          pairs.merge(pair, direction, (one, other) -> one == other ? one : Direction.BOTH);
        }
      }
    }
    List<PairClaim> claims = new ArrayList<>(pairs.size());
    pairs.forEach(
        (pair, direction) -> claims.add(new PairClaim(pair.toString(), direction, retract, claim)));
    return claims;
  }

  private static List<String> countries(List<Actor> actors) {
    return actors.stream().map(Actor::getCountry).filter(c -> c != null).distinct().toList();
  }
}
