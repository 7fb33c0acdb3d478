package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.FactualityTotals;
import org.tensiometer.contracts.PairContribution;

/** Claims and their unweighted severity by factuality, with background history apart. */
public final class FactualitySplit {

  private static final String HISTORICAL = "HISTORICAL";
  private static final Factuality[] LABELS = Factuality.values();

  private FactualitySplit() {}

  static List<FactualityTotals> of(Collection<PairContribution> claims) {
    return of(claims, claim -> true);
  }

  /** The split of one direction, reciprocal acts among it. */
  static List<FactualityTotals> of(Collection<PairContribution> claims, Direction direction) {
    return of(
        claims,
        claim -> claim.getDirection() == direction || claim.getDirection() == Direction.BOTH);
  }

  private static List<FactualityTotals> of(
      Collection<PairContribution> claims, Predicate<PairContribution> which) {
    long[] numbers = new long[LABELS.length + 1];
    long[] severities = new long[LABELS.length + 1];
    for (PairContribution claim : claims) {
      if (which.test(claim)) {
        int at = claim.getHistorical() ? LABELS.length : claim.getFactuality().ordinal();
        numbers[at]++;
        severities[at] += Math.abs(claim.getIntensityMicros());
      }
    }
    Map<String, FactualityTotals> split = new TreeMap<>();
    for (int at = 0; at < numbers.length; at++) {
      if (numbers[at] > 0) {
        String label = at == LABELS.length ? HISTORICAL : LABELS[at].name();
        split.put(label, new FactualityTotals(label, numbers[at], severities[at]));
      }
    }
    return new ArrayList<>(split.values());
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
