package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.contracts.Disposition.INDEXED;
import static org.tensiometer.contracts.Disposition.LATE;
import static org.tensiometer.contracts.Disposition.NOT_INDEXED;
import static org.tensiometer.contracts.Disposition.RETRACTED;
import static org.tensiometer.topology.TestClaims.NOON;
import static org.tensiometer.topology.TestClaims.article;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.PairClaim;

class ArticleStageTest {

  private static final LocalDate TODAY = LocalDate.parse("2024-06-21");

  private final TestClaims first = article("u1", 0, "first words", 2);
  private final TestClaims second = article("u1", 5, "second words", 1);
  private TopologyBench bench;

  @BeforeEach
  void open() {
    bench = new TopologyBench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldGiveEveryPairOfSourceAndTargetOnce() {
    bench.pipe(article("u1", 0, "w", 1).claim(0, "USA+KOR strike PRK+KOR"));
    List<TestRecord<String, PairClaim>> pairs = bench.pairRecords();
    assertThat(pairs).extracting(TestRecord::key).containsExactly("KOR-PRK", "KOR-USA", "PRK-USA");
    assertThat(pairs)
        .extracting(r -> r.value().getDirection())
        .containsExactly(Direction.A_TO_B, Direction.B_TO_A, Direction.B_TO_A);
  }

  @Test
  void shouldMarkAReciprocalActAsGoingBothWays() {
    bench.pipe(article("u1", 0, "w", 1).claim(0, "USA+KOR meet USA+KOR"));
    assertThat(bench.pairRecords())
        .singleElement()
        .satisfies(r -> assertThat(r.value().getDirection()).isEqualTo(Direction.BOTH));
  }

  @Test
  void shouldNotIndexAClaimOfACountryOnItself() {
    bench.pipe(first.claim(0, "KOR strike KOR"));
    CodedClaim coded = bench.coded(first.claimId(0));
    assertThat(coded.getDisposition()).isEqualTo(NOT_INDEXED);
    assertThat(coded.getReason()).isEqualTo("no country pair");
    assertThat(bench.contributions()).isEmpty();
  }

  @Test
  void shouldNotIndexAClaimOfACodeThatIsNoCountrys() {
    bench.pipe(first.claim(0, "QQQ strike KOR"), first.claim(1, "KOR strike PRK+ZZZ"));
    CodedClaim coded = bench.coded(first.claimId(0));
    assertThat(coded.getDisposition()).isEqualTo(NOT_INDEXED);
    assertThat(coded.getReason()).isEqualTo("no country pair");
    assertThat(bench.contributions()).isEqualTo(Map.of("KOR-PRK", List.of(first.claimId(1))));
  }

  @Test
  void shouldKeepTheCodersReasonForAClaimThatIsNotIndexed() {
    bench.pipe(first.claim(0, "KOR strike windmills"));
    assertThat(bench.coded(first.claimId(0)).getReason()).isEqualTo("no target country");
  }

  @Test
  void shouldTakeBackExactlyWhatTheOldRevisionGave() {
    TestClaims other = article("u2", 0, "other words", 1);
    bench.pipe(other.claim(0, "KOR strike PRK"));
    bench.pipe(first.claim(0, "KOR strike PRK"), first.claim(1, "RUS strike UKR"));
    bench.pipe(second.claim(0, "USA strike CHN"));
    assertThat(bench.contributions())
        .isEqualTo(
            Map.of("KOR-PRK", List.of(other.claimId(0)), "CHN-USA", List.of(second.claimId(0))));
    assertThat(bench.dispositions())
        .isEqualTo(
            Map.of(
                other.claimId(0), INDEXED,
                first.claimId(0), RETRACTED,
                first.claimId(1), RETRACTED,
                second.claimId(0), INDEXED));
  }

  @Test
  void shouldLeaveAnArticleAloneWhoseIdBeginsWithThatOfACorrectedOne() {
    TestClaims longer = article("u1#0", 0, "other words", 1);
    bench.pipe(longer.claim(0, "KOR strike PRK"), first.claim(0, "RUS strike UKR"));
    bench.pipe(article("u1", 5, "nothing left", 0).nothing());
    assertThat(bench.contributions()).isEqualTo(Map.of("KOR-PRK", List.of(longer.claimId(0))));
  }

  @Test
  void shouldTakeBackEverythingForARevisionWithoutClaims() {
    bench.pipe(first.claim(0, "KOR strike PRK"), first.claim(1, "RUS strike UKR"));
    bench.pipe(article("u1", 5, "nothing left", 0).nothing());
    assertThat(bench.contributions()).isEmpty();
    assertThat(bench.dispositions())
        .isEqualTo(Map.of(first.claimId(0), RETRACTED, first.claimId(1), RETRACTED));
  }

  @Test
  void shouldLetAnEventThatIsAlreadyThereChangeNothing() {
    bench.pipe(first.claim(0, "KOR strike PRK"));
    bench.codedRecords();
    bench.pairRecords();
    bench.pipe(first.claim(0, "KOR strike PRK"));
    assertThat(bench.codedRecords()).isEmpty();
    assertThat(bench.pairRecords()).isEmpty();
  }

  @Test
  void shouldLetAnOlderRevisionChangeNothingAndSaySo() {
    bench.pipe(second.claim(0, "USA strike CHN"));
    bench.pipe(first.claim(0, "KOR strike PRK"));
    assertThat(bench.contributions()).isEqualTo(Map.of("CHN-USA", List.of(second.claimId(0))));
    assertThat(bench.dispositions())
        .isEqualTo(Map.of(second.claimId(0), INDEXED, first.claimId(0), RETRACTED));
    assertThat(bench.coded(first.claimId(0)).getReason())
        .isEqualTo("the article has a newer revision");
  }

  @Test
  void shouldKeepAClaimThatANewerRevisionRepeatsInTheSameWords() {
    TestClaims touched = article("u1", 9, "first words", 2);
    bench.pipe(first.claim(0, "KOR strike PRK"), first.claim(1, "RUS strike UKR"));
    bench.pipe(touched.claim(0, "KOR strike PRK"), touched.claim(1, "RUS strike UKR"));
    bench.pipe(first.claim(0, "KOR strike PRK"));
    assertThat(bench.contributions())
        .isEqualTo(
            Map.of("KOR-PRK", List.of(first.claimId(0)), "RUS-UKR", List.of(first.claimId(1))));
    assertThat(bench.dispositions())
        .isEqualTo(Map.of(first.claimId(0), INDEXED, first.claimId(1), INDEXED));
  }

  @Test
  void shouldDecideBetweenRevisionsOfOneInstantByTheirHash() {
    TestClaims one = article("u1", 0, "one", 1);
    TestClaims other = article("u1", 0, "other", 1);
    TestClaims newer = one.contentHash().compareTo(other.contentHash()) > 0 ? one : other;
    TestClaims older = newer == one ? other : one;
    bench.pipe(newer.claim(0, "USA strike CHN"), older.claim(0, "KOR strike PRK"));
    assertThat(bench.dispositions())
        .isEqualTo(Map.of(newer.claimId(0), INDEXED, older.claimId(0), RETRACTED));
  }

  @Test
  void shouldEraseAClaimForATombstone() {
    bench.pipe(first.claim(0, "KOR strike PRK"), first.claim(1, "RUS strike UKR"));
    bench.erase("u1", 0);
    assertThat(bench.contributions()).isEqualTo(Map.of("RUS-UKR", List.of(first.claimId(1))));
    assertThat(bench.dispositions())
        .containsEntry(first.claimId(0), null)
        .containsEntry(first.claimId(1), INDEXED);
  }

  @Test
  void shouldEraseTheWordsOfEveryRevision() {
    bench.pipe(first.claim(0, "KOR strike PRK"), first.claim(1, "RUS strike UKR"));
    bench.pipe(second.claim(0, "USA strike CHN"));
    TestClaims oldest = article("u1", -5, "oldest words", 2);
    bench.pipe(oldest.claim(1, "IND strike PAK"));
    bench.erase("u1", 0).erase("u1", 1);
    assertThat(bench.contributions()).isEmpty();
    assertThat(bench.dispositions().values()).containsOnlyNulls();
  }

  @Test
  void shouldCountAnArticleThatIsPublishedAgainAfterItsErasure() {
    bench.pipe(second.claim(0, "USA strike CHN")).erase("u1", 0);
    bench.pipe(first.claim(0, "KOR strike PRK"));
    assertThat(bench.contributions()).isEqualTo(Map.of("KOR-PRK", List.of(first.claimId(0))));
  }

  @Test
  void shouldPassOverATombstoneOfAnUnknownArticle() {
    bench.erase("u9", 0);
    assertThat(bench.codedRecords()).isEmpty();
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void shouldCountAClaimReceivedThirtyDaysAfterItsDayAndNotLater() {
    Instant received = NOON.plus(Duration.ofDays(30));
    bench.pipe(
        first.claim(0, "KOR strike PRK", TODAY, received),
        first.claim(1, "KOR strike PRK", TODAY.minusDays(1), received));
    assertThat(bench.dispositions())
        .isEqualTo(Map.of(first.claimId(0), INDEXED, first.claimId(1), LATE));
    assertThat(bench.late()).containsOnlyKeys(first.claimId(1));
    assertThat(bench.coded(first.claimId(1)).getReason())
        .isEqualTo("late: received 31 days after its day, 30 are allowed");
    assertThat(bench.contributions()).isEqualTo(Map.of("KOR-PRK", List.of(first.claimId(0))));
  }

  @Test
  void shouldCountALateClaimThatAnOperatorLetsInAndListItAsLateNoMore() {
    ClaimEvent late = first.claim(0, "KOR strike PRK", TODAY, NOON.plus(Duration.ofDays(40)));
    bench.pipe(late).admit(late).admit(late).pipe(late);
    assertThat(bench.late()).isEmpty();
    assertThat(bench.dispositions()).isEqualTo(Map.of(first.claimId(0), INDEXED));
    assertThat(bench.contributions()).isEqualTo(Map.of("KOR-PRK", List.of(first.claimId(0))));
  }

  @Test
  void shouldCountItInAReplayThatFindsOnlyTheRecordThatWasSentAgain() {
    bench.admit(first.claim(0, "KOR strike PRK", TODAY, NOON.plus(Duration.ofDays(40))));
    assertThat(bench.dispositions()).isEqualTo(Map.of(first.claimId(0), INDEXED));
  }

  @Test
  void shouldNotLetInWhatIsHistoricalAndNotLate() {
    bench.admit(first.claim(0, "KOR strike PRK", TODAY.minusDays(40), NOON));
    assertThat(bench.dispositions()).isEqualTo(Map.of(first.claimId(0), NOT_INDEXED));
  }

  @Test
  void shouldTakeALateClaimOutOfTheLateOnesWithItsRevision() {
    bench.pipe(first.claim(0, "KOR strike PRK", TODAY, NOON.plus(Duration.ofDays(40))));
    bench.pipe(second.claim(0, "USA strike CHN"));
    assertThat(bench.late()).isEmpty();
    assertThat(bench.dispositions()).containsEntry(first.claimId(0), RETRACTED);
  }

  @Test
  void shouldTakeWhatLiesThirtyDaysBeforePublicationForHistoryAndNotForLate() {
    Instant received = NOON.plus(Duration.ofDays(100));
    bench.pipe(first.claim(0, "KOR strike PRK", TODAY.minusDays(31), received));
    CodedClaim coded = bench.coded(first.claimId(0));
    assertThat(coded.getDisposition()).isEqualTo(NOT_INDEXED);
    assertThat(coded.getReason()).isEqualTo("historical");
    assertThat(bench.late()).isEmpty();
  }

  @Test
  void shouldStampWhatItWritesWithTheTimeOfTheRecordAndNeverOfTheEvent() {
    bench.pipe(first.claim(0, "KOR strike PRK", TODAY.minusDays(3), NOON));
    assertThat(bench.codedRecords())
        .extracting(TestRecord::getRecordTime)
        .containsExactly(bench.clock());
    assertThat(bench.pairRecords())
        .extracting(TestRecord::getRecordTime)
        .containsExactly(bench.clock());
  }
}
