package org.tensiometer.tension.cluster;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.DayCluster;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.DirectionBuckets;
import org.tensiometer.contracts.Driver;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.PairDay;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.tension.AvroBytes;
import org.tensiometer.tension.Fingerprints;
import org.tensiometer.tension.cluster.SameEventClusters.Days;
import org.tensiometer.tension.config.TensionConfig;

/** From the claims of one pair to everything it did on a day. */
public final class DayAggregator {

  /** Clusters shown in a record. */
  public static final int TOP_CLUSTERS = 5;

  private static final int LISTED_MAX = 20;
  private static final int OWNERS_KEPT = 10;
  private static final Comparator<Cluster> STRONGEST_FIRST =
      Comparator.comparingLong((Cluster c) -> -c.weightMicros()).thenComparing(Cluster::id);

  private final TensionConfig config;
  private final SameEventClusters sameEvent;

  public DayAggregator(TensionConfig config) {
    this.config = config;
    this.sameEvent = new SameEventClusters(config);
  }

  /**
   * The day as a whole and the little of it that other days need.
   *
   * @param totals what windows, baselines, stocks and alerts are computed from
   */
  public record Result(PairDay day, PairDayTotals totals) {}

  /** What the claims of one pair and day, each once, tell; the first step of {@link #aggregate}. */
  public DayReports reports(Collection<PairContribution> claims) {
    return sameEvent.reports(claims);
  }

  /** Like {@link #aggregate(LocalDate, Days)} for a day between days without claims. */
  Result aggregate(LocalDate day, Collection<PairContribution> claims) {
    return aggregate(day, Days.alone(reports(claims)));
  }

  /**
   * @param days the day, which has at least one claim, and its neighbours
   */
  public Result aggregate(LocalDate day, Days days) {
    List<PairContribution> weighed = days.day().weighed();
    List<Cluster> clusters = sameEvent.events(day, days);
    clusters.sort(STRONGEST_FIRST);
    DayBuckets sums = DayBuckets.of(clusters);
    PairDay content =
        PairDay.newBuilder()
            .setDay(day)
            .setAToB(state(sums.aToB(), max(clusters, c -> c.direction() != Direction.B_TO_A)))
            .setBToA(state(sums.bToA(), max(clusters, c -> c.direction() != Direction.A_TO_B)))
            .setPair(state(sums.pair(), max(clusters, c -> true)))
            .setClaims(days.day().claims())
            .setClaimsBeyondBound(days.day().claims() - weighed.size())
            .setFactuality(FactualitySplit.of(weighed))
            .setFactualityAToB(FactualitySplit.of(weighed, Direction.A_TO_B))
            .setFactualityBToA(FactualitySplit.of(weighed, Direction.B_TO_A))
            .setDrivers(drivers(clusters))
            .setOutlets(sorted(weighed, PairContribution::getOutlet))
            .setOwners(owners(clusters, c -> true))
            .setLexicons(sorted(weighed, PairContribution::getLexicon))
            .setCoders(sorted(weighed, PairContribution::getCoder))
            .setEngines(sorted(weighed, PairContribution::getEngine))
            .setTopClusters(top(clusters))
            .build();
    return new Result(content, totals(content, clusters, weighed));
  }

  private PairDayTotals totals(
      PairDay content, List<Cluster> clusters, List<PairContribution> claims) {
    List<String> conflictOwners = owners(clusters, Cluster::isConflict);
    return PairDayTotals.newBuilder()
        .setConflictSeverityMicros(Quads.of(content.getPair().getSeverityMicros()).conflict())
        .setConflictClusters(Quads.of(content.getPair().getClusters()).conflict())
        .setConflictOwners(
            List.copyOf(conflictOwners.subList(0, Math.min(OWNERS_KEPT, conflictOwners.size()))))
        .setFlash(clusters.stream().anyMatch(this::isFlash))
        .setIndexable(claims.stream().anyMatch(c -> !c.getHistorical()))
        .setFingerprint(Fingerprints.of(AvroBytes.of(content)))
        .build();
  }

  private boolean isFlash(Cluster cluster) {
    return cluster.quad() == QuadClass.MATERIAL_CONFLICT
        && Math.abs(cluster.strongest().getIntensityMicros())
            >= config.thresholds().flashIntensityMicros()
        && cluster.voices().size() >= config.thresholds().flashOwners();
  }

  private static long max(List<Cluster> clusters, Predicate<Cluster> which) {
    return clusters.stream().filter(which).mapToLong(Cluster::weightMicros).max().orElse(0);
  }

  private static DirectionBuckets state(Buckets sums, long max) {
    return new DirectionBuckets(
        sums.clusters().totals(),
        sums.severityMicros().totals(),
        sums.netMicros(),
        sums.intensityMicros(),
        max);
  }

  private static List<Driver> drivers(List<Cluster> clusters) {
    Map<EventType, Driver> drivers = new EnumMap<>(EventType.class);
    for (Cluster cluster : clusters) {
      if (cluster.isConflict()) {
        EventType event = cluster.strongest().getEvent();
        drivers.merge(event, new Driver(event, 1L, cluster.weightMicros()), Drivers::plus);
      }
    }
    return List.copyOf(drivers.values());
  }

  private static List<String> sorted(
      List<PairContribution> claims, Function<PairContribution, String> text) {
    Set<String> values = new HashSet<>();
    for (PairContribution claim : claims) {
      String value = text.apply(claim);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(new TreeSet<>(values));
  }

  private static List<String> owners(List<Cluster> clusters, Predicate<Cluster> which) {
    Set<String> owners = new TreeSet<>();
    clusters.stream()
        .filter(which)
        .forEach(c -> c.voices().forEach(voice -> owners.add(voice.owner())));
    return List.copyOf(owners);
  }

  // An alert shows conflict only, an indicator everything; a week's best are among its days' best.
  private static List<DayCluster> top(List<Cluster> strongestFirst) {
    Set<Cluster> chosen = new LinkedHashSet<>();
    strongestFirst.stream().limit(TOP_CLUSTERS).forEach(chosen::add);
    strongestFirst.stream().filter(Cluster::isConflict).limit(TOP_CLUSTERS).forEach(chosen::add);
    return chosen.stream()
        .sorted(STRONGEST_FIRST)
        .map(cluster -> new DayCluster(summary(cluster), cluster.evidenceIds(), cluster.lastSeen()))
        .toList();
  }

  private static ClusterSummary summary(Cluster cluster) {
    PairContribution strongest = cluster.strongest();
    List<String> outlets =
        cluster.voices().stream()
            .map(Cluster.Voice::outlet)
            .filter(outlet -> outlet != null)
            .sorted()
            .limit(LISTED_MAX)
            .toList();
    return ClusterSummary.newBuilder()
        .setClusterId(cluster.id())
        .setDay(cluster.day())
        .setEvent(strongest.getEvent())
        .setMode(strongest.getMode())
        .setCameo(strongest.getCameo())
        .setQuad(cluster.quad())
        .setDirection(cluster.direction())
        .setFactuality(strongest.getFactuality())
        .setIntensityMicros(strongest.getIntensityMicros())
        .setWeightMicros(cluster.weightMicros())
        .setClaims(cluster.claimIds().size())
        .setClaimIds(cluster.claimIds().stream().limit(LISTED_MAX).toList())
        .setOutlets(outlets)
        .setOwners(cluster.voices().size())
        .setFirstSeen(cluster.firstSeen())
        .setEvidence(List.of())
        .build();
  }
}
