package org.tensiometer.tension.cluster;

import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.tension.config.Outlets;
import org.tensiometer.tension.config.TensionConfig;

/**
 * Finds the events behind the claims of one pair, act family and day (F3, first form: claims of one
 * direction are one event). Clusters are computed anew from all claims, never grown, so that they
 * follow from the set of claims alone.
 */
public final class SameEventClusters {

  private static final int EVIDENCE_MAX = 3;
  private static final double MICROS = 1e6;
  private static final Comparator<PairContribution> FIRST_SEEN =
      Comparator.comparing(PairContribution::getReceivedAt)
          .thenComparing(PairContribution::getClaimId);

  private final TensionConfig config;

  public SameEventClusters(TensionConfig config) {
    this.config = config;
  }

  /**
   * @param claims claims of one pair, act family and day, in any order, each once
   * @return the events, clustered in the order of the directions; claims without weight are in none
   */
  public List<Cluster> of(Collection<PairContribution> claims) {
    List<Weighed> weighed = new ArrayList<>();
    for (PairContribution claim : claims) {
      Weight weight = Weight.of(claim, config.factuality());
      if (weight != null) {
        weighed.add(new Weighed(claim, weight));
      }
    }
    List<Cluster> clusters = new ArrayList<>();
    sameEvents(weighed).forEach(members -> clusters.add(cluster(members)));
    return clusters;
  }

  private Collection<List<Weighed>> sameEvents(List<Weighed> weighed) {
    if (!config.thresholds().clusterSameEvent()) {
      return weighed.stream().map(claim -> new ArrayList<>(List.of(claim))).collect(toList());
    }
    Map<Direction, List<Weighed>> byDirection = new EnumMap<>(Direction.class);
    for (Weighed claim : weighed) {
      byDirection.computeIfAbsent(claim.claim().getDirection(), d -> new ArrayList<>()).add(claim);
    }
    return byDirection.values();
  }

  private record Weighed(PairContribution claim, Weight weight) {

    static final Comparator<Weighed> STRONGEST_FIRST =
        Comparator.comparingLong((Weighed w) -> -w.weight.micros())
            .thenComparing(w -> w.claim.getClaimId());
  }

  private Cluster cluster(List<Weighed> members) {
    members.sort(Weighed.STRONGEST_FIRST);
    Weighed strongest = members.get(0);
    List<Cluster.Voice> voices = voices(members);
    List<String> ids = members.stream().map(m -> m.claim.getClaimId()).sorted().toList();
    Instant first = strongest.claim.getReceivedAt();
    Instant last = first;
    for (Weighed member : members) {
      Instant seen = member.claim.getReceivedAt();
      first = seen.isBefore(first) ? seen : first;
      last = seen.isAfter(last) ? seen : last;
    }
    return new Cluster(
        ids.get(0),
        strongest.claim,
        strongest.weight.quad(),
        strongest.claim.getDirection(),
        corroborated(strongest.weight.micros(), voices),
        strongest.weight.netMicros(),
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
          member.claim.getTextFingerprint(),
          member.claim,
          (one, other) -> FIRST_SEEN.compare(one, other) <= 0 ? one : other);
    }
    Map<String, Cluster.Voice> byOwner = new TreeMap<>();
    for (PairContribution original : originals.values()) {
      Outlets.Outlet outlet = config.outlets().of(original.getOutlet());
      byOwner.merge(
          outlet.owner(),
          new Cluster.Voice(outlet.owner(), original.getOutlet(), outlet.reliabilityMicros()),
          SameEventClusters::moreReliable);
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
      String owner = config.outlets().of(member.claim.getOutlet()).owner();
      (heard.add(owner) ? chosen : others).add(member.claim.getClaimId());
    }
    chosen.addAll(others);
    return chosen.subList(0, Math.min(EVIDENCE_MAX, chosen.size()));
  }
}
