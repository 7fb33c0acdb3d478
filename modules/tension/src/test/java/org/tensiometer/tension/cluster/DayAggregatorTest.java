package org.tensiometer.tension.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.tension.cluster.ContributionsForTests.DAY;
import static org.tensiometer.tension.cluster.ContributionsForTests.attack;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.tension.config.TensionConfig;

class DayAggregatorTest {

  private final TensionConfig config = TensionConfig.defaults();
  private final DayAggregator aggregator = new DayAggregator(config);

  @Test
  void shouldOnlyCountClaimsBeyondTheBound() {
    int max = config.thresholds().clusterClaimsMax();
    List<PairContribution> claims = new ArrayList<>();
    for (int i = 0; i < max; i++) {
      claims.add(attack(String.format("c%05d", i), "Reuters").build());
    }
    var within = aggregator.aggregate(DAY, claims);
    claims.add(0, attack("c99999", "AFP").build());

    var beyond = aggregator.aggregate(DAY, claims);

    assertThat(within.day().getClaimsBeyondBound()).isZero();
    assertThat(beyond.day().getClaimsBeyondBound()).isEqualTo(1);
    assertThat(beyond.day().getClaims()).isEqualTo(max + 1);
    assertThat(beyond.day().getPair().toString()).isEqualTo(within.day().getPair().toString());
  }

  @Test
  void shouldFlashOnlyForGraveMaterialConflictOfThreeOwners() {
    PairContribution[] three = {
      attack("c1", "Reuters").build(), attack("c2", "AFP").build(), attack("c3", "BBC").build()
    };
    assertThat(flash(three)).isTrue();
    assertThat(flash(three[0], three[1])).isFalse();
    assertThat(flash(three[0], three[1], attack("c3", "reuters.com").build())).isFalse();
    assertThat(flash(mild("c1", "Reuters"), mild("c2", "AFP"), mild("c3", "BBC"))).isFalse();
  }

  @Test
  void shouldKeepTheBestOfConflictBesideTheBestOfAll() {
    List<PairContribution> claims = new ArrayList<>();
    EventType[] events = {
      EventType.AGREE, EventType.CONCEDE, EventType.AID, EventType.REQUEST, EventType.PROTEST
    };
    for (EventType event : events) {
      claims.add(
          attack("c" + event, "Reuters")
              .setEvent(event)
              .setQuad(QuadClass.MATERIAL_COOPERATION)
              .setIntensityMicros(1_000_000)
              .build());
    }
    claims.add(attack("c-attack", "Reuters").build());

    assertThat(aggregator.aggregate(DAY, claims).day().getTopClusters())
        .extracting(cluster -> cluster.getSummary().getEvent())
        .containsExactlyInAnyOrder(
            EventType.AGREE,
            EventType.CONCEDE,
            EventType.AID,
            EventType.REQUEST,
            EventType.PROTEST,
            EventType.ASSAULT);
  }

  private static PairContribution mild(String id, String outlet) {
    return attack(id, outlet).setIntensityMicros(-899_999).build();
  }

  private boolean flash(PairContribution... claims) {
    return aggregator.aggregate(DAY, List.of(claims)).totals().getFlash();
  }
}
