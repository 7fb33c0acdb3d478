package org.tensiometer.tension.cluster;

import org.tensiometer.contracts.DirectionBuckets;

/**
 * Sums of events (F4); a group under addition, so that order, partition and correction cannot
 * change them.
 *
 * @param clusters number of events
 * @param severityMicros sum of weights
 * @param netMicros signed sum of intensity times factuality weight
 * @param intensityMicros signed sum of intensities
 */
public record Buckets(Quads clusters, Quads severityMicros, long netMicros, long intensityMicros) {

  public static final Buckets ZERO = new Buckets(Quads.ZERO, Quads.ZERO, 0, 0);

  public static Buckets of(Cluster cluster) {
    return new Buckets(
        Quads.of(cluster.quad(), 1),
        Quads.of(cluster.quad(), cluster.weightMicros()),
        cluster.netMicros(),
        cluster.strongest().getIntensityMicros());
  }

  /** The sums in a state record, without its greatest weight, which is no sum. */
  public static Buckets of(DirectionBuckets state) {
    return new Buckets(
        Quads.of(state.getClusters()),
        Quads.of(state.getSeverityMicros()),
        state.getNetMicros(),
        state.getIntensityMicros());
  }

  public Buckets plus(Buckets other) {
    return new Buckets(
        clusters.plus(other.clusters),
        severityMicros.plus(other.severityMicros),
        netMicros + other.netMicros,
        intensityMicros + other.intensityMicros);
  }

  public Buckets minus(Buckets other) {
    return new Buckets(
        clusters.minus(other.clusters),
        severityMicros.minus(other.severityMicros),
        netMicros - other.netMicros,
        intensityMicros - other.intensityMicros);
  }
}
