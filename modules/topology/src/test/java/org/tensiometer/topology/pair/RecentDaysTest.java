package org.tensiometer.topology.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.tension.cluster.Contributions;
import org.tensiometer.tension.config.TensionConfig;

class RecentDaysTest {

  private static final PairContribution CLAIM =
      new Contributions(TensionConfig.defaults())
          .numbers(Claims.attack("c1", "KOR-RUS", LocalDate.of(2024, 3, 1), "Reuters").build());

  private final RecentDays days = new RecentDays(4);

  @Test
  void shouldKeepWhatWasPutAndChangeIt() {
    days.put("A-B|1", claims("x", "y"));
    days.put("A-B|1", "z", CLAIM);
    days.remove("A-B|1", "x");

    assertThat(days.get("A-B|1")).containsOnlyKeys("y", "z");
  }

  @Test
  void shouldNotTakeOneClaimForAWholeDay() {
    days.put("A-B|1", "x", CLAIM);
    days.remove("A-B|2", "x");

    assertThat(days.get("A-B|1")).isNull();
    assertThat(days.get("A-B|2")).isNull();
  }

  @Test
  void shouldForgetTheDaysUsedLeastRecentlyWhenThereAreTooManyClaims() {
    days.put("A-B|1", claims("x", "y"));
    days.put("A-B|2", claims("x", "y"));
    days.get("A-B|1");
    days.put("A-B|3", claims("x"));

    assertThat(days.get("A-B|2")).isNull();
    assertThat(days.get("A-B|1")).hasSize(2);
    assertThat(days.get("A-B|3")).hasSize(1);
  }

  @Test
  void shouldCountWhatADayGainsAndLoses() {
    days.put("A-B|1", claims("x", "y"));
    days.put("A-B|1", "z", CLAIM);
    days.put("A-B|1", "z", CLAIM);
    days.remove("A-B|1", "x");
    days.remove("A-B|1", "x");
    days.put("A-B|2", claims("x", "y"));
    assertThat(days.get("A-B|1")).hasSize(2);

    days.put("A-B|2", "z", CLAIM);
    days.put("A-B|3", claims());
    assertThat(days.get("A-B|1")).isNull();
    assertThat(days.get("A-B|2")).hasSize(3);
  }

  @Test
  void shouldKeepADayThatHasMoreThanAllMayHave() {
    days.put("A-B|1", claims("u", "v", "w", "x", "y"));

    assertThat(days.get("A-B|1")).hasSize(5);
  }

  private static NavigableMap<String, PairContribution> claims(String... keys) {
    NavigableMap<String, PairContribution> claims = new TreeMap<>();
    for (String key : keys) {
      claims.put(key, CLAIM);
    }
    return claims;
  }
}
