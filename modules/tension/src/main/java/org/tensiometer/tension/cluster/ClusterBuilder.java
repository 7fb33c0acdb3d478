package org.tensiometer.tension.cluster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.tension.config.Outlets;

/** From the claims of one event to its weight, voices and evidence: the second half of F3. */
final class ClusterBuilder {

  private static final int EVIDENCE_MAX = 3;
  private static final double MICROS = 1e6;
  private static final Comparator<PairContribution> FIRST_SEEN =
      Comparator.comparing(PairContribution::getReceivedAt)
          .thenComparing(PairContribution::getClaimId);

  private final Outlets outlets;

  ClusterBuilder(Outlets outlets) {
    this.outlets = outlets;
  }

  /**
   * @param day day of the event
   * @param claims its claims, at least one, in any order
   */
  Cluster cluster(LocalDate day, List<Weighed> claims) {
    List<Weighed> members = new ArrayList<>(claims);
    members.sort(Weighed.STRONGEST_FIRST);
    Weighed strongest = members.get(0);
    List<Cluster.Voice> voices = voices(members);
    List<String> ids = new ArrayList<>(members.size());
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    Instant first = strongest.claim().getReceivedAt();
    Instant last = first;
    for (Weighed member : members) {
      Instant seen = member.claim().getReceivedAt();
      first = seen.isBefore(first) ? seen : first;
      last = seen.isAfter(last) ? seen : last;
      directions.add(member.claim().getDirection());
      ids.add(member.claim().getClaimId());
    }
    ids.sort(Comparator.naturalOrder());
    return new Cluster(
        ids.get(0),
        day,
        strongest.claim(),
        strongest.weight().quad(),
        directions.size() == 1 ? directions.iterator().next() : Direction.BOTH,
        corroborated(strongest.weight().micros(), voices),
        strongest.weight().netMicros(),
        ids,
        voices,
        evidence(members),
        first,
        last);
  }

  /** w = max s * (1 - prod(1 - r)), the product taken in the order of the owners. */
  static long corroborated(long micros, List<Cluster.Voice> voices) {
    double allWrong = 1;
    for (Cluster.Voice voice : voices) {
      allWrong *= 1 - voice.reliabilityMicros() / MICROS;
    }
    return Math.round(micros * (1 - allWrong));
  }

  private List<Cluster.Voice> voices(List<Weighed> members) {
    Map<Long, PairContribution> originals = new HashMap<>();
    for (Weighed member : members) {
      originals.merge(
          member.claim().getTextFingerprint(),
          member.claim(),
          (one, other) -> FIRST_SEEN.compare(one, other) <= 0 ? one : other);
    }
    // Many claims, few outlets.
    Set<String> names = new HashSet<>();
    originals.values().forEach(original -> names.add(original.getOutlet()));
    Map<String, Cluster.Voice> byOwner = new TreeMap<>();
    for (String name : names) {
      Outlets.Outlet outlet = outlets.of(name);
      byOwner.merge(
          outlet.owner(),
          new Cluster.Voice(outlet.owner(), name, outlet.reliabilityMicros()),
          ClusterBuilder::moreReliable);
    }
    return List.copyOf(byOwner.values());
  }

  private static Cluster.Voice moreReliable(Cluster.Voice one, Cluster.Voice other) {
    if (one.reliabilityMicros() != other.reliabilityMicros()) {
      return one.reliabilityMicros() > other.reliabilityMicros() ? one : other;
    }
    boolean sameOrFirst =
        one.outlet() == null
            || other.outlet() != null && one.outlet().compareTo(other.outlet()) <= 0;
    return sameOrFirst ? one : other;
  }

  // The strongest words of each owner before the second ones of any.
  private List<String> evidence(List<Weighed> strongestFirst) {
    Set<String> heard = new HashSet<>();
    List<String> chosen = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Weighed member : strongestFirst) {
      String owner = outlets.of(member.claim().getOutlet()).owner();
      if (heard.add(owner)) {
        chosen.add(member.claim().getClaimId());
      } else if (others.size() < EVIDENCE_MAX) {
        others.add(member.claim().getClaimId());
      }
      if (chosen.size() == EVIDENCE_MAX) {
        return chosen;
      }
    }
    chosen.addAll(others);
    return chosen.subList(0, Math.min(EVIDENCE_MAX, chosen.size()));
  }
}
