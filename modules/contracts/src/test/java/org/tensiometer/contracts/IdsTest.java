package org.tensiometer.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void shouldGiveTheSameIdOnEveryMachine() {
    assertThat(Ids.articleFromUrl("https://example.org/a")).isEqualTo("ub5b10dd0429e69ac7cfaf0a2");
    assertThat(Ids.claimKey("x#y", 7)).isEqualTo("x#y#7");
    assertThat(Ids.articleOfClaimKey("x#y#7")).isEqualTo("x#y");
    assertThat(Ids.indicatorKey("KOR-RUS", LocalDate.of(2024, 6, 21)))
        .isEqualTo("KOR-RUS#2024-06-21");
  }

  @Test
  void shouldFindTheArticleInWhatMayBeTheKeyOfAClaim() {
    assertThat(Ids.articleInKey("#x#0")).contains("#x");
    assertThat(Ids.articleInKey("x")).isEmpty();
    assertThat(Ids.articleInKey("#0")).isEmpty();
    assertThat(Ids.articleInKey(null)).isEmpty();
  }

  @Test
  void shouldTellRevisionsOfTheSameMomentApartByTheirContent() {
    Instant noon = Instant.parse("2024-06-21T12:00:00Z");
    Revision one = new Revision(noon, "aa");
    Revision other = new Revision(noon, "ab");
    Revision later = new Revision(noon.plusMillis(1), "00");
    assertThat(Revisions.isNewer(other, one)).isTrue();
    assertThat(Revisions.isNewer(one, other)).isFalse();
    assertThat(Revisions.isNewer(later, other)).isTrue();
    assertThat(Revisions.isNewer(one, one)).isFalse();
  }

  @Test
  void shouldGiveEveryClaimOfEveryRevisionAnIdOfItsOwn() {
    assertThat(Ids.claim("a", "h", 0))
        .isNotEqualTo(Ids.claim("a", "h", 1))
        .isNotEqualTo(Ids.claim("a", "g", 0))
        .isNotEqualTo(Ids.claim("b", "h", 0));
  }

  @Test
  void shouldFindPairAndDayInTheKeyOfAnIndicator() {
    String key = Ids.indicatorKey("KOR-RUS", java.time.LocalDate.parse("2024-06-21"));
    assertThat(Ids.pairOfIndicatorKey(key)).isEqualTo("KOR-RUS");
    assertThat(Ids.dayOfIndicatorKey(key)).isEqualTo("2024-06-21");
    assertThatThrownBy(() -> Ids.pairOfIndicatorKey("KOR-RUS"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("KOR-RUS#2024-06-21");
  }
}
