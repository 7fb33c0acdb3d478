package org.tensiometer.tension.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.DayCluster;
import org.tensiometer.contracts.DirectionBuckets;
import org.tensiometer.contracts.DirectionTotals;
import org.tensiometer.contracts.Driver;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.FactualityTotals;
import org.tensiometer.contracts.PairDay;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.WindowTotals;
import org.tensiometer.tension.cluster.Buckets;
import org.tensiometer.tension.cluster.DayAggregator;
import org.tensiometer.tension.cluster.Drivers;
import org.tensiometer.tension.cluster.FactualitySplit;
import org.tensiometer.tension.index.Rounding;
import org.tensiometer.tension.index.Timeline;

/** The days of one pair within the window that ends on a day, those without claims left out. */
final class Week {

  // Intensities are Goldstein values / 10 in millionths.
  private static final double MICROS_OF_GOLDSTEIN = 1e5;

  private static final Comparator<DayCluster> STRONGEST_FIRST =
      Comparator.comparingLong((DayCluster c) -> -c.getSummary().getWeightMicros())
          .thenComparing(c -> c.getSummary().getClusterId());

  // Set by position: a builder would copy what each field holds.
  private static final int FIELDS_OF_A_CLUSTER = ClusterSummary.getClassSchema().getFields().size();
  private static final int EVIDENCE = ClusterSummary.getClassSchema().getField("evidence").pos();

  private final int lastDay;
  private final List<PairDay> days;
  private final PairState state;

  private Week(int lastDay, List<PairDay> days, PairState state) {
    this.lastDay = lastDay;
    this.days = days;
    this.state = state;
  }

  static Week endingOn(int day, Timeline timeline, PairState state) {
    List<PairDay> days = new ArrayList<>();
    for (int d = day - Timeline.WINDOW_DAYS + 1; d <= day; d++) {
      if (timeline.totals(d) != null) {
        days.add(state.day(d));
      }
    }
    return new Week(day, days, state);
  }

  WindowTotals lastDay() {
    return window(1, days.stream().filter(day -> day.getDay().toEpochDay() == lastDay).toList());
  }

  WindowTotals all() {
    return window(Timeline.WINDOW_DAYS, days);
  }

  private static WindowTotals window(int length, List<PairDay> days) {
    return new WindowTotals(
        length,
        direction(days, PairDay::getAToB),
        direction(days, PairDay::getBToA),
        direction(days, PairDay::getPair));
  }

  private static DirectionTotals direction(
      List<PairDay> days, Function<PairDay, DirectionBuckets> which) {
    Buckets sum = Buckets.ZERO;
    long max = 0;
    for (PairDay day : days) {
      sum = sum.plus(Buckets.of(which.apply(day)));
      max = Math.max(max, which.apply(day).getSeverityMaxMicros());
    }
    long clusters = sum.clusters().sum();
    Double mean =
        clusters == 0
            ? null
            : Rounding.micros(sum.intensityMicros() / (clusters * MICROS_OF_GOLDSTEIN));
    return new DirectionTotals(
        sum.clusters().totals(), sum.severityMicros().totals(), sum.netMicros(), mean, max);
  }

  long sum(ToLongFunction<PairDay> number) {
    return days.stream().mapToLong(number).sum();
  }

  List<String> distinct(Function<PairDay, List<String>> texts) {
    Set<String> distinct = new TreeSet<>();
    days.forEach(day -> distinct.addAll(texts.apply(day)));
    return List.copyOf(distinct);
  }

  /** Number of different texts. */
  int different(Function<PairDay, List<String>> texts) {
    Set<String> different = new HashSet<>();
    days.forEach(day -> different.addAll(texts.apply(day)));
    return different.size();
  }

  List<FactualityTotals> factuality(Function<PairDay, List<FactualityTotals>> which) {
    return FactualitySplit.sum(days.stream().map(which).toList());
  }

  List<Driver> drivers() {
    Map<EventType, Driver> drivers = new EnumMap<>(EventType.class);
    days.forEach(
        day -> day.getDrivers().forEach(d -> drivers.merge(d.getEvent(), d, Drivers::plus)));
    return drivers.values().stream()
        .sorted(
            Comparator.comparingLong((Driver d) -> -d.getSeverityMicros())
                .thenComparing(Driver::getEvent))
        .toList();
  }

  /** The strongest events, at most as many as are shown. */
  List<DayCluster> strongest() {
    return strongest(cluster -> true);
  }

  /** The strongest events of conflict, at most as many as are shown. */
  List<DayCluster> strongestConflict() {
    return strongest(
        cluster ->
            cluster.getQuad() == QuadClass.VERBAL_CONFLICT
                || cluster.getQuad() == QuadClass.MATERIAL_CONFLICT);
  }

  private List<DayCluster> strongest(Predicate<ClusterSummary> which) {
    List<DayCluster> clusters = new ArrayList<>();
    for (PairDay day : days) {
      for (DayCluster cluster : day.getTopClusters()) {
        if (which.test(cluster.getSummary())) {
          clusters.add(cluster);
        }
      }
    }
    clusters.sort(STRONGEST_FIRST);
    return List.copyOf(clusters.subList(0, Math.min(DayAggregator.TOP_CLUSTERS, clusters.size())));
  }

  /** The clusters with their words. */
  List<ClusterSummary> shown(List<DayCluster> clusters) {
    return clusters.stream().map(this::shown).toList();
  }

  private ClusterSummary shown(DayCluster cluster) {
    List<Evidence> evidence = new ArrayList<>();
    for (String claimId : cluster.getEvidenceIds()) {
      evidence.add(state.words(cluster.getSummary(), claimId));
    }
    ClusterSummary shown = new ClusterSummary();
    for (int field = 0; field < FIELDS_OF_A_CLUSTER; field++) {
      shown.put(field, field == EVIDENCE ? evidence : cluster.getSummary().get(field));
    }
    return shown;
  }

  static Instant lastReceived(List<DayCluster> clusters) {
    return clusters.stream()
        .map(DayCluster::getLastReceivedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
