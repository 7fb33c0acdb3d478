package org.tensiometer.view.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.view.Records;

class ClaimsTest {

  private static final CountryPair PAIR = CountryPair.of("CHN", "JPN");
  private static final LocalDate FIRST = LocalDate.parse("2024-06-20");

  private final Claims claims = new Claims(3);

  @Test
  void shouldShowTheStrongestActOfADayFirst() {
    put(Records.claim("c1", "2024-06-20").setCoding(Records.coding(200_000)).build());
    put(Records.claim("c2", "2024-06-20").setCoding(Records.coding(-900_000)).build());
    assertThat(on(FIRST)).containsExactly("c2", "c1");
    assertThat(claims.countsOf(PAIR)).containsOnly(java.util.Map.entry(FIRST, 2));
  }

  @Test
  void shouldForgetAClaimThatWasErasedOrNoLongerCounts() {
    put(Records.claim("c1", "2024-06-20").build());
    put(Records.claim("c2", "2024-06-20").build());
    claims.put("c1", null);
    put(Records.claim("c2", "2024-06-20").setDisposition(Disposition.RETRACTED).build());
    assertThat(on(FIRST)).isEmpty();
    assertThat(claims.countsOf(PAIR)).isEmpty();
  }

  @Test
  void shouldGiveUpTheOldestDaysFirstAndSaySo() {
    put(Records.claim("c1", "2024-06-20").build());
    put(Records.claim("c2", "2024-06-21").build());
    put(Records.claim("c3", "2024-06-22").build());
    assertThat(claims.completeFrom()).isEmpty();
    put(Records.claim("c4", "2024-06-22").build());
    assertThat(on(FIRST)).isEmpty();
    assertThat(on(FIRST.plusDays(2))).containsExactly("c3", "c4");
    assertThat(claims.completeFrom()).contains(LocalDate.parse("2024-06-21"));
    put(Records.claim("c0", "2024-06-20").build());
    assertThat(on(FIRST)).isEmpty();
  }

  private void put(CodedClaim claim) {
    claims.put(claim.getClaimId(), claim);
  }

  private List<String> on(LocalDate day) {
    return claims.of(PAIR, day).stream().map(CodedClaim::getClaimId).toList();
  }
}
