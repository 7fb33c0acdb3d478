package org.tensiometer.tension.cluster;

import java.util.Collection;

/** Sums of one day: each direction, and the pair, in which a reciprocal event counts once. */
public record DayBuckets(Buckets aToB, Buckets bToA, Buckets pair) {

  public static final DayBuckets ZERO = new DayBuckets(Buckets.ZERO, Buckets.ZERO, Buckets.ZERO);

  public static DayBuckets of(Cluster cluster) {
    Buckets one = Buckets.of(cluster);
    return switch (cluster.direction()) {
      case A_TO_B -> new DayBuckets(one, Buckets.ZERO, one);
      case B_TO_A -> new DayBuckets(Buckets.ZERO, one, one);
      case BOTH -> new DayBuckets(one, one, one);
    };
  }

  public static DayBuckets of(Collection<Cluster> clusters) {
    return clusters.stream().map(DayBuckets::of).reduce(ZERO, DayBuckets::plus);
  }

  public DayBuckets plus(DayBuckets other) {
    return new DayBuckets(aToB.plus(other.aToB), bToA.plus(other.bToA), pair.plus(other.pair));
  }

  public DayBuckets minus(DayBuckets other) {
    return new DayBuckets(aToB.minus(other.aToB), bToA.minus(other.bToA), pair.minus(other.pair));
  }
}
