package org.tensiometer.tension.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.tension.AvroBytes;
import org.tensiometer.tension.config.TensionConfig;

class DayAggregatorProperties {

  private final TensionConfig config = TensionConfig.defaults();
  private final DayAggregator aggregator = new DayAggregator(config);
  private final SameEventClusters clusters = new SameEventClusters(config);

  @Provide
  Arbitrary<List<PairContribution>> claims() {
    return ContributionsForTests.lists();
  }

  @Property(tries = 200)
  void shouldNotDependOnTheOrderOfTheClaims(
      @ForAll("claims") List<PairContribution> claims, @ForAll Random random) {
    Assume.that(!claims.isEmpty());
    List<PairContribution> shuffled = new ArrayList<>(claims);
    Collections.shuffle(shuffled, random);

    DayAggregator.Result one = aggregator.aggregate(ContributionsForTests.DAY, claims);
    DayAggregator.Result other = aggregator.aggregate(ContributionsForTests.DAY, shuffled);

    assertThat(AvroBytes.of(other.day())).isEqualTo(AvroBytes.of(one.day()));
    assertThat(AvroBytes.of(other.totals())).isEqualTo(AvroBytes.of(one.totals()));
  }

  @Property(tries = 200)
  void shouldMergeByAddition(
      @ForAll("claims") List<PairContribution> here,
      @ForAll("claims") List<PairContribution> there) {
    List<Cluster> one = clusters.of(ContributionsForTests.DAY, here);
    List<Cluster> other = clusters.of(ContributionsForTests.DAY, there);
    List<Cluster> both = new ArrayList<>(one);
    both.addAll(other);

    DayBuckets sum = DayBuckets.of(one).plus(DayBuckets.of(other));

    assertThat(sum).isEqualTo(DayBuckets.of(both));
    assertThat(sum).isEqualTo(DayBuckets.of(other).plus(DayBuckets.of(one)));
    assertThat(sum.minus(DayBuckets.of(other))).isEqualTo(DayBuckets.of(one));
    assertThat(sum.minus(sum)).isEqualTo(DayBuckets.ZERO);
  }

  @Property(tries = 200)
  void shouldHoldEveryWeightOnceInThePairAndReciprocalOnesOnceInEachDirection(
      @ForAll("claims") List<PairContribution> claims) {
    List<Cluster> found = clusters.of(ContributionsForTests.DAY, claims);
    DayBuckets sums = DayBuckets.of(found);
    long weight = found.stream().mapToLong(Cluster::weightMicros).sum();
    long both =
        found.stream()
            .filter(c -> c.direction() == Direction.BOTH)
            .mapToLong(Cluster::weightMicros)
            .sum();

    assertThat(sums.pair().severityMicros().sum()).isEqualTo(weight);
    assertThat(sums.aToB().severityMicros().sum() + sums.bToA().severityMicros().sum())
        .isEqualTo(weight + both);
  }

  @Property(tries = 200)
  void shouldNotBeMovedByFivefoldSyndication(@ForAll("claims") List<PairContribution> claims) {
    Assume.that(!claims.isEmpty());
    List<PairContribution> copied = new ArrayList<>(claims);
    for (PairContribution claim : claims) {
      for (int i = 1; i <= 5; i++) {
        copied.add(
            PairContribution.newBuilder(claim)
                .setClaimId(claim.getClaimId() + "copy" + i)
                .setOutlet("Paper " + i)
                .setReceivedAt(claim.getReceivedAt().plusSeconds(60L * i))
                .build());
      }
    }

    var alone = aggregator.aggregate(ContributionsForTests.DAY, claims).totals();
    var withCopies = aggregator.aggregate(ContributionsForTests.DAY, copied).totals();

    assertThat(withCopies.getConflictSeverityMicros()).isEqualTo(alone.getConflictSeverityMicros());
    assertThat(withCopies.getConflictClusters()).isEqualTo(alone.getConflictClusters());
    assertThat(withCopies.getConflictOwners()).isEqualTo(alone.getConflictOwners());
  }

  @Property(tries = 200)
  void shouldHaveNoMaterialSeverityFromThreatsDenialsConditionsOrIntentions(
      @ForAll("claims") List<PairContribution> claims) {
    List<PairContribution> words = new ArrayList<>();
    for (PairContribution claim : claims) {
      boolean done =
          claim.getFactuality() == Factuality.ASSERTED
              || claim.getFactuality() == Factuality.REPORTED;
      PairContribution.Builder builder = PairContribution.newBuilder(claim);
      words.add(
          done
              ? builder.setEvent(EventType.THREATEN).setQuad(QuadClass.VERBAL_CONFLICT).build()
              : builder.build());
    }

    Quads severity =
        DayBuckets.of(clusters.of(ContributionsForTests.DAY, words)).pair().severityMicros();

    assertThat(severity.materialConflict()).isZero();
    assertThat(severity.materialCooperation()).isZero();
  }
}
