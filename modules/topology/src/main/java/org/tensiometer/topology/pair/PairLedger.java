package org.tensiometer.topology.pair;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.PairDay;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.tension.cluster.Contributions;
import org.tensiometer.tension.cluster.DayAggregator;
import org.tensiometer.tension.cluster.DayReports;
import org.tensiometer.tension.cluster.SameEventClusters;
import org.tensiometer.tension.config.TensionConfig;

/**
 * The claims of all pairs and what they make of each day. Taking a claim twice, or taking back one
 * that is not there, has no effect; days are computed anew from their claims.
 */
final class PairLedger {

  private static final int DAYS_IN_MEMORY = 1_000;
  private static final int DAYS_OF_CLAIMS_IN_MEMORY = 200;

  private final TensionConfig config;
  private final DayAggregator aggregator;
  private final Contributions taken;
  private final KeptClaims claims;
  private final KeyValueStore<String, PairDay> days;
  private final ChangedDays changed;
  private final PairSeriesStore series;
  private final Map<String, PairDay> recentDays = new RecentlyUsed<>(DAYS_IN_MEMORY);
  private final Map<String, DayReports> recentReports =
      new RecentlyUsed<>(DAYS_OF_CLAIMS_IN_MEMORY);

  PairLedger(TensionConfig config, ProcessorContext<?, ?> context, PairSeriesStore series) {
    this.config = config;
    this.aggregator = new DayAggregator(config);
    this.taken = new Contributions(config);
    this.claims = new KeptClaims(context);
    this.days = context.getStateStore(PairStores.DAYS);
    this.changed = new ChangedDays(context);
    this.series = series;
  }

  /**
   * Adds a claim or takes it back.
   *
   * @return whether that changed anything
   * @throws IllegalArgumentException if the record names no pair, no act or an impossible day;
   *     nothing is changed then
   */
  boolean take(PairClaim claim) {
    PairContribution numbers = taken.numbers(claim);
    String pair = CountryPair.parse(claim.getPair()).toString();
    String day = PairKeys.day(pair, numbers.getDay());
    String key =
        PairKeys.claim(day, config.families().of(numbers.getEvent()), numbers.getClaimId());
    if (!claim.getRetract() && !changed.contains(day) && !series.contains(pair, day)) {
      claims.begin(day);
    }
    PairContribution known = claims.get(day, key);
    if (claim.getRetract()) {
      if (known == null) {
        return false;
      }
      claims.delete(day, key);
    } else {
      // The same claim may arrive again with an article that was read again: the first time counts.
      if (known != null && !numbers.getReceivedAt().isBefore(known.getReceivedAt())) {
        return false;
      }
      claims.put(day, key, numbers, Contributions.evidence(claim.getClaim()));
    }
    recentReports.remove(day);
    changed.add(day);
    return true;
  }

  /** Days whose claims have changed since they were {@link #settle settled}, by pair. */
  NavigableMap<String, SortedSet<Integer>> changed() {
    return changed.byPair();
  }

  /**
   * Computes days anew whose claims have changed, and those around them that share events with
   * them.
   *
   * @return all days that may be others than before
   */
  SortedSet<Integer> recompute(String pair, SortedSet<Integer> changedDays) {
    SortedSet<Integer> affected = new TreeSet<>(changedDays);
    if (config.thresholds().clusterSameEvent()) {
      NavigableMap<Integer, PairDayTotals> known = series.of(pair);
      for (int day : changedDays) {
        affected.addAll(
            known
                .subMap(
                    day - SameEventClusters.DAYS_BEFORE,
                    true,
                    day + SameEventClusters.DAYS_AFTER,
                    true)
                .keySet());
      }
    }
    affected.forEach(day -> recomputeDay(pair, day));
    return affected;
  }

  private void recomputeDay(String pair, int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    String key = PairKeys.day(pair, date);
    if (reports(pair, day).claims() == 0) {
      days.delete(key);
      recentDays.remove(key);
      series.remove(pair, day);
    } else {
      DayAggregator.Result result =
          aggregator.aggregate(
              date,
              new SameEventClusters.Days(
                  reports(pair, day - 2),
                  reports(pair, day - 1),
                  reports(pair, day),
                  reports(pair, day + 1)));
      recentDays.put(key, result.day());
      // The fingerprint of the whole day is among its totals.
      if (!result.totals().equals(series.of(pair).get(day))) {
        days.put(key, result.day());
        series.put(pair, day, result.totals());
      }
    }
  }

  private DayReports reports(String pair, int day) {
    return series.of(pair).containsKey(day) || changed.contains(PairKeys.day(pair, day))
        ? recentReports.computeIfAbsent(
            PairKeys.day(pair, day), key -> aggregator.reports(claims.of(key)))
        : DayReports.NONE;
  }

  /** Forgets that a day has changed. */
  void settle(String pair, int day) {
    changed.remove(PairKeys.day(pair, day));
  }

  /** What a pair did on a day, null if nothing. */
  PairDay day(String pair, int day) {
    return recentDays.computeIfAbsent(PairKeys.day(pair, day), days::get);
  }

  /** The words of a claim of a cluster. */
  Evidence words(String pair, ClusterSummary cluster, String claimId) {
    String family = config.families().of(cluster.getEvent());
    LocalDate day = cluster.getDay();
    Evidence words = words(pair, day, family, claimId);
    // An event may be told for the next day too.
    if (words == null) {
      words = words(pair, day.plusDays(1), family, claimId);
    }
    if (words == null) {
      throw new IllegalStateException(
          "The store "
              + PairStores.CONTRIBUTIONS
              + " has no words for the claim "
              + claimId
              + " of the pair "
              + pair
              + ", "
              + day
              + " or the day after");
    }
    return words;
  }

  private Evidence words(String pair, LocalDate day, String family, String claimId) {
    return claims.words(PairKeys.claim(PairKeys.day(pair, day), family, claimId));
  }
}
