package org.tensiometer.tension.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.tension.config.FactualityWeights;
import org.tensiometer.tension.config.TensionConfig;

/** Events of several days follow from the set of claims, and every claim counts once. */
class SameEventClustersProperties {

  private static final int DAYS = 6;

  private final TensionConfig config = TensionConfig.defaults();
  private final SameEventClusters clusters = new SameEventClusters(config);

  @Provide
  Arbitrary<List<PairContribution>> claims() {
    return ContributionsForTests.lists().map(SameEventClustersProperties::spread);
  }

  private static List<PairContribution> spread(List<PairContribution> claims) {
    List<PairContribution> spread = new ArrayList<>();
    for (PairContribution claim : claims) {
      int day = Math.floorMod(claim.getClaimId().hashCode(), DAYS);
      spread.add(PairContribution.newBuilder(claim).setDay(day(day)).build());
    }
    return spread;
  }

  @Property(tries = 200)
  void shouldHoldEveryClaimOfWeightInExactlyOneEventAtMostADayFromItsDay(
      @ForAll("claims") List<PairContribution> claims) {
    FactualityWeights weights = config.factuality();
    Map<String, LocalDate> expected = new TreeMap<>();
    claims.stream()
        .filter(claim -> Weight.of(claim, weights) != null)
        .forEach(claim -> expected.put(claim.getClaimId(), claim.getDay()));

    Map<String, LocalDate> counted = new TreeMap<>();
    events(claims)
        .values()
        .forEach(
            events ->
                events.forEach(
                    event ->
                        event
                            .claimIds()
                            .forEach(
                                id ->
                                    assertThat(counted.put(id, event.day()))
                                        .as("second event of " + id)
                                        .isNull())));

    assertThat(counted.keySet()).isEqualTo(expected.keySet());
    counted.forEach((id, day) -> assertThat(expected.get(id)).isIn(day, day.plusDays(1)));
  }

  @Property(tries = 200)
  void shouldNotDependOnTheOrderOfTheClaims(
      @ForAll("claims") List<PairContribution> claims, @ForAll Random random) {
    List<PairContribution> shuffled = new ArrayList<>(claims);
    Collections.shuffle(shuffled, random);

    assertThat(events(shuffled)).isEqualTo(events(claims));
  }

  @Property(tries = 200)
  void shouldChangeNoDaysButItsNeighboursWithAClaim(
      @ForAll("claims") List<PairContribution> claims) {
    for (PairContribution gone : claims) {
      List<PairContribution> left = new ArrayList<>(claims);
      left.remove(gone);
      Map<Integer, List<Cluster>> before = events(claims);
      Map<Integer, List<Cluster>> after = events(left);

      int day = (int) (gone.getDay().toEpochDay() - day(0).toEpochDay());
      for (int d = 0; d < DAYS; d++) {
        if (d < day - SameEventClusters.DAYS_BEFORE || d > day + SameEventClusters.DAYS_AFTER) {
          assertThat(after.get(d)).isEqualTo(before.get(d));
        }
      }
    }
  }

  @Property(tries = 200)
  void shouldFollowAChangeOfADayWhoseNeighboursAreKept(
      @ForAll("claims") List<PairContribution> claims) {
    for (PairContribution gone : claims) {
      List<PairContribution> left = new ArrayList<>(claims);
      left.remove(gone);
      Map<Integer, DayReports> kept = reports(claims);
      events(kept);

      int day = (int) (gone.getDay().toEpochDay() - day(0).toEpochDay());
      kept.put(day, reports(left).get(day));

      assertThat(events(kept)).isEqualTo(events(left));
    }
  }

  private Map<Integer, List<Cluster>> events(List<PairContribution> claims) {
    return events(reports(claims));
  }

  private Map<Integer, DayReports> reports(List<PairContribution> claims) {
    Map<Integer, DayReports> reports = new HashMap<>();
    for (int d = -2; d <= DAYS; d++) {
      LocalDate day = day(d);
      reports.put(
          d, clusters.reports(claims.stream().filter(c -> c.getDay().equals(day)).toList()));
    }
    return reports;
  }

  private Map<Integer, List<Cluster>> events(Map<Integer, DayReports> reports) {
    Map<Integer, List<Cluster>> events = new TreeMap<>();
    for (int d = 0; d < DAYS; d++) {
      events.put(
          d,
          clusters.events(
              day(d),
              new SameEventClusters.Days(
                  reports.get(d - 2), reports.get(d - 1), reports.get(d), reports.get(d + 1))));
    }
    return events;
  }

  private static LocalDate day(int number) {
    return ContributionsForTests.DAY.plusDays(number);
  }
}
