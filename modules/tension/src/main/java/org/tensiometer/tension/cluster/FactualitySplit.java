package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.FactualityTotals;
import org.tensiometer.contracts.PairContribution;

/** Claims and their unweighted severity by factuality, with background history apart. */
public final class FactualitySplit {

  private static final String HISTORICAL = "HISTORICAL";

  private FactualitySplit() {}

  static List<FactualityTotals> of(Collection<PairContribution> claims) {
    Map<String, FactualityTotals> split = new TreeMap<>();
    for (PairContribution claim : claims) {
      String label = claim.getHistorical() ? HISTORICAL : claim.getFactuality().name();
      add(split, new FactualityTotals(label, 1L, Math.abs(claim.getIntensityMicros())));
    }
    return new ArrayList<>(split.values());
  }

  /** The split of one direction, reciprocal acts among it. */
  static List<FactualityTotals> of(Collection<PairContribution> claims, Direction direction) {
    return of(
        claims.stream()
            .filter(c -> c.getDirection() == direction || c.getDirection() == Direction.BOTH)
            .toList());
  }

  /** Sum of several splits, in the order of the labels. */
  public static List<FactualityTotals> sum(Collection<List<FactualityTotals>> splits) {
    Map<String, FactualityTotals> sum = new TreeMap<>();
    splits.forEach(split -> split.forEach(totals -> add(sum, totals)));
    return new ArrayList<>(sum.values());
  }

  private static void add(Map<String, FactualityTotals> sum, FactualityTotals totals) {
    sum.merge(
        totals.getLabel(),
        totals,
        (one, other) ->
            new FactualityTotals(
                one.getLabel(),
                one.getClaims() + other.getClaims(),
                one.getSeverityMicros() + other.getSeverityMicros()));
  }
}
