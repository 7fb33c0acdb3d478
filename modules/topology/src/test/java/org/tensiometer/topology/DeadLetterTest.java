package org.tensiometer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tensiometer.contracts.Disposition.INDEXED;
import static org.tensiometer.contracts.Disposition.NOT_INDEXED;
import static org.tensiometer.contracts.Disposition.RETRACTED;
import static org.tensiometer.topology.TestClaims.NOON;
import static org.tensiometer.topology.TestClaims.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.Tick;
import org.tensiometer.topology.deadletter.Origin;
import org.tensiometer.topology.deadletter.RefusalFloodException;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.headers.StreamsErrorHeaders;
import org.tensiometer.wire.topics.Topics;

class DeadLetterTest {

  private final TestClaims article = article("u1", 0, "words", 3);
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
  void shouldSetPoisonAsideWithItsBytesAndOriginAndGoOn() {
    byte[] key = "u1#0".getBytes(UTF_8);
    byte[] poison = {7, 7, 7};
    bench.pipe(article.claim(1, "KOR strike PRK"));
    bench.pipeRaw(key, poison);
    bench.pipe(article.claim(2, "KOR strike PRK"));
    assertThat(bench.dispositions())
        .isEqualTo(Map.of(article.claimId(1), INDEXED, article.claimId(2), INDEXED));
    TestRecord<byte[], DeadLetter> record = only(bench.deadLetters());
    assertThat(record.key()).isEqualTo(key);
    DeadLetter letter = record.value();
    assertThat(letter.getReason()).isEqualTo("undecodable");
    assertThat(letter.getStage()).isEqualTo("claims");
    assertThat(letter.getGeneration()).isEqualTo("g1");
    assertThat(letter.getOriginTopic()).isEqualTo("tensiometer.claims");
    assertThat(letter.getOriginPartition()).isZero();
    assertThat(letter.getOriginOffset()).isEqualTo(1);
    assertThat(letter.getArticleId()).isEqualTo("u1");
    assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(key));
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(poison));
    assertThat(letter.getAttempt()).isEqualTo(1);
    assertThat(header(record, LineageHeaders.ORIGIN_TOPIC)).isEqualTo("tensiometer.claims");
    assertThat(header(record, LineageHeaders.ORIGIN_OFFSET)).isEqualTo("1");
    assertThat(header(record, LineageHeaders.ARTICLE_ID)).isEqualTo("u1");
    assertThat(header(record, StreamsErrorHeaders.TOPIC)).isEqualTo("tensiometer.claims");
    assertThat(header(record, StreamsErrorHeaders.EXCEPTION)).contains("PoisonRecordException");
  }

  @Test
  void shouldFailInsteadOfRefusingWhenAThousandInARowAreRefused() {
    byte[] key = "u1#0".getBytes(UTF_8);
    byte[] poison = {7, 7, 7};
    bench.pipeRaw(key, poison);
    bench.pipe(article.claim(1, "KOR strike PRK"));
    for (int i = 0; i < 1_000; i++) {
      bench.pipeRaw(key, poison);
    }
    assertThat(bench.deadLetters()).hasSize(1_001);
    assertThatThrownBy(() -> bench.pipeRaw(key, poison))
        .hasRootCauseInstanceOf(RefusalFloodException.class);
  }

  /** What a broker takes by default, and may be one thing alone. */
  private static final int LARGEST_RECORD = 1_048_000;

  @Test
  void shouldHaveADeadLetterThatBrokersTakeForTheLongestKey() {
    byte[] key = new byte[LARGEST_RECORD];
    Arrays.fill(key, (byte) 'k');
    key[key.length - 2] = '#';
    bench.pipeRaw(key, bench.bytes(article.claim(0, "KOR strike PRK")));
    TestRecord<byte[], DeadLetter> record = only(bench.deadLetters());
    assertThat(record.value().getKey()).isEqualTo(ByteBuffer.wrap(key));
    assertThat(record.value().getReason()).isEqualTo("invalid");
    assertThat(size(record)).isLessThan(Topics.MAX_DEAD_LETTER_BYTES);
  }

  @Test
  void shouldHaveADeadLetterThatBrokersTakeForTenThousandHeaders() {
    RecordHeaders headers = headers();
    bench.pipeRaw("u1#0".getBytes(UTF_8), new byte[] {7, 7, 7}, headers);
    TestRecord<byte[], DeadLetter> record = only(bench.deadLetters());
    assertThat(record.value().getHeaders()).hasSizeGreaterThanOrEqualTo(10_000);
    assertThat(header(record, LineageHeaders.ORIGIN_OFFSET)).isEqualTo("0");
    assertThat(size(record)).isLessThan(Topics.MAX_DEAD_LETTER_BYTES);
  }

  @Test
  void shouldCountAClaimAndLeaveItsTenThousandHeadersBehind() {
    bench.pipeRaw(
        "u1#0".getBytes(UTF_8), bench.bytes(article.claim(0, "KOR strike PRK")), headers());
    assertThat(bench.codedRecords())
        .singleElement()
        .satisfies(record -> assertThat(record.headers().toArray()).hasSizeLessThan(10));
  }

  private static RecordHeaders headers() {
    RecordHeaders headers = new RecordHeaders();
    for (int i = 0; i < 10_000; i++) {
      headers.add("header-" + i, new byte[90]);
    }
    return headers;
  }

  /** Bytes of key, value and headers, as a producer counts them before it compresses. */
  private static long size(TestRecord<byte[], DeadLetter> record) {
    long headers = 0;
    for (var header : record.headers()) {
      headers += header.key().length() + header.value().length + 10;
    }
    try {
      ByteArrayOutputStream value = new ByteArrayOutputStream();
      DeadLetter.getEncoder().encode(record.value(), value);
      return (record.key() == null ? 0 : record.key().length) + value.size() + headers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldRefuseAClaimThatSaysMoreThanARecordOfManyClaimsCanHold() {
    ClaimEvent event =
        ClaimEvent.newBuilder(article.claim(0, "KOR strike PRK"))
            .setTitle("x".repeat(60_000))
            .build();
    bench.pipe(event);
    assertThat(only(bench.deadLetters()).value().getMessage()).contains("at most 50000 are taken");
  }

  @Test
  void shouldSetAClaimAsideThatTheCoderStumblesOverAndGoOn() {
    ClaimEvent stumbling = article.claim(0, "KOR stumble PRK");
    bench.pipe(stumbling, article.claim(1, "KOR strike PRK"));
    DeadLetter letter = only(bench.deadLetters()).value();
    assertThat(letter.getReason()).isEqualTo("coding-failed");
    assertThat(letter.getStage()).isEqualTo("article-stage");
    assertThat(letter.getArticleId()).isEqualTo("u1");
    assertThat(letter.getClaimId()).isEqualTo(article.claimId(0));
    assertThat(letter.getMessage()).contains("no foot to stand on");
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(bench.bytes(stumbling)));
    assertThat(bench.dispositions()).isEqualTo(Map.of(article.claimId(1), INDEXED));
  }

  @Test
  void shouldTakeBackTheOldRevisionEvenIfTheNewOneCannotBeCoded() {
    TestClaims newer = article("u1", 5, "newer words", 1);
    bench.pipe(article.claim(0, "KOR strike PRK"), newer.claim(0, "KOR stumble PRK"));
    assertThat(bench.contributions()).isEmpty();
    assertThat(bench.dispositions()).isEqualTo(Map.of(article.claimId(0), RETRACTED));
    assertThat(only(bench.deadLetters()).value().getClaimId()).isEqualTo(newer.claimId(0));
  }

  @Test
  void shouldCountAClaimThatIsSentAgainAfterItsFaultWasMended() {
    bench.pipe(article.claim(0, "KOR stumble PRK"), article.claim(0, "KOR strike PRK"));
    assertThat(bench.dispositions()).isEqualTo(Map.of(article.claimId(0), INDEXED));
  }

  @ParameterizedTest(name = "event day {0}, published {1}, received {2}")
  @CsvSource({
    "0499-12-31, 2024-06-21T12:00:00Z, 2024-06-21T12:00:00Z, event day",
    "2524-01-01, 2024-06-21T12:00:00Z, 2024-06-21T12:00:00Z, event day",
    "2024-06-21, 1970-01-01T00:00:00Z, 2024-06-21T12:00:00Z, published",
    "2024-06-21, 1969-06-21T12:00:00Z, 2024-06-21T12:00:00Z, published",
    "2024-06-21, 2024-06-23T00:00:00Z, 2024-06-21T12:00:00Z, published",
    "2024-06-21, 2024-06-21T12:00:00Z, 1970-01-01T00:00:00Z, received_at",
    "2034-06-21, 2034-06-21T12:00:00Z, 2034-06-21T12:00:00Z, received_at",
  })
  void shouldSetTimesAsideThatCannotBeTrue(
      LocalDate day, Instant published, Instant received, String told) {
    bench.pipe(article.published(published).claim(0, "KOR strike PRK", day, received));
    DeadLetter letter = only(bench.deadLetters()).value();
    assertThat(letter.getReason()).isEqualTo("invalid");
    assertThat(letter.getMessage()).contains(told, article.claimId(0));
    assertThat(bench.dispositions()).isEmpty();
  }

  @Test
  void shouldTakeADateBefore1900ForHistoryAndNotForAFault() {
    bench.pipe(article.claim(0, "KOR strike PRK", LocalDate.parse("1812-06-24"), NOON));
    assertThat(bench.deadLetters()).isEmpty();
    assertThat(bench.contributions()).isEmpty();
    assertThat(bench.coded(article.claimId(0)).getDisposition()).isEqualTo(NOT_INDEXED);
    assertThat(bench.coded(article.claimId(0)).getReason()).isEqualTo("historical");
  }

  @Test
  void shouldNotLetARevisionOfTheFutureStandAboveEveryCorrection() {
    TestClaims ahead = TestClaims.article("u1", 60 * 24 * 365, "from next year", 1);
    bench.pipe(ahead.claim(0, "RUS strike UKR"), article.claim(0, "KOR strike PRK"));
    DeadLetter letter = only(bench.deadLetters()).value();
    assertThat(letter.getReason()).isEqualTo("invalid");
    assertThat(letter.getMessage()).contains("revision", ahead.claimId(0));
    assertThat(bench.contributions()).isEqualTo(Map.of("KOR-PRK", List.of(article.claimId(0))));
  }

  @ParameterizedTest(name = "a tick of {0} in a feed from {1}")
  @CsvSource({
    "2034-06-21T12:00:00Z, 2024-01-01, time",
    "1970-01-01T00:00:00Z, 2024-01-01, time",
    "2024-06-21T12:00:00Z, 1899-12-31, feed_start",
    "2024-06-21T12:00:00Z, 2024-06-24, feed_start",
  })
  void shouldLetNoTickOfAClockThatJumpedCloseADay(Instant time, LocalDate start, String told) {
    bench.pipe(article.claim(0, "KOR strike PRK"));
    bench.tick(new Tick(time, ClockSource.WALL, start));
    bench.flush();
    DeadLetter letter = only(bench.deadLetters()).value();
    assertThat(letter.getReason()).isEqualTo("invalid");
    assertThat(letter.getMessage()).contains(told);
    assertThat(letter.getOriginTopic()).isEqualTo("tensiometer.ticks");
    assertThat(bench.indicators())
        .isNotEmpty()
        .allSatisfy(indicator -> assertThat(indicator.getState()).isEqualTo(DayState.OPEN));
  }

  @Test
  void shouldBelieveADateOfTomorrowBecauseClocksDiffer() {
    bench.pipe(
        article
            .published(NOON.plus(Duration.ofDays(1)))
            .claim(0, "KOR strike PRK", LocalDate.parse("2024-06-22"), NOON));
    assertThat(bench.deadLetters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"u1#00", "u1", "#0", "u1#-1", "u2#0", "u1#1"})
  void shouldRefuseAnEventUnderAKeyThatIsNotIts(String key) {
    bench.pipe(article.claim(0, "KOR strike PRK"));
    bench.pipe(key, article("u1", 9, "newer", 3).claim(0, "KOR strike PRK"));
    assertThat(only(bench.deadLetters()).value().getReason()).isEqualTo("invalid");
    assertThat(bench.dispositions()).isEqualTo(Map.of(article.claimId(0), INDEXED));
  }

  @Test
  void shouldRefuseAnEventWithoutAKey() {
    bench.pipe(null, article.claim(0, "KOR strike PRK"));
    DeadLetter letter = only(bench.deadLetters()).value();
    assertThat(letter.getKey()).isNull();
    assertThat(letter.getMessage()).contains("not none");
  }

  @Test
  void shouldRefuseAClaimWhoseIdDoesNotFollowFromItsWords() {
    ClaimEvent event = article.claim(0, "KOR strike PRK");
    ClaimEvent renamed =
        ClaimEvent.newBuilder(event)
            .setClaim(Claim.newBuilder(event.getClaim()).setClaimId("c0").build())
            .build();
    bench.pipe(renamed);
    assertThat(only(bench.deadLetters()).value().getMessage()).contains("c0", article.claimId(0));
  }

  @Test
  void shouldRefuseAnEventThatContradictsItsNumberOfClaims() {
    ClaimEvent none = ClaimEvent.newBuilder(article.nothing()).setClaimCount(2).build();
    ClaimEvent some =
        ClaimEvent.newBuilder(article.claim(0, "KOR strike PRK")).setClaimCount(0).build();
    ClaimEvent beyond = article("u1", 0, "words", 1).claim(1, "KOR strike PRK");
    bench.pipe(none, some, beyond);
    assertThat(bench.deadLetters()).hasSize(3);
    assertThat(bench.dispositions()).isEmpty();
  }

  @Test
  void shouldStampLineageOnWhatGoesToThePairs() {
    bench.pipe(article.claim(0, "KOR strike PRK"), article.claim(1, "RUS strike UKR"));
    List<? extends TestRecord<String, ?>> records = bench.pairRecords();
    assertThat(header(records.get(1), LineageHeaders.ORIGIN_TOPIC)).isEqualTo("tensiometer.claims");
    assertThat(header(records.get(1), LineageHeaders.ORIGIN_PARTITION)).isEqualTo("0");
    assertThat(header(records.get(1), LineageHeaders.ORIGIN_OFFSET)).isEqualTo("1");
    assertThat(header(records.get(1), LineageHeaders.ARTICLE_ID)).isEqualTo("u1");
  }

  @Test
  void shouldTellWhereABrokenPairRecordCameFromInTheEnd() {
    // The topology never writes such a record; a hand that reaches into the cluster may.
    bench.pipePairRecord("KOR-PRK", new byte[] {1}, new Origin("tensiometer.claims", 3, 17, "u7"));
    DeadLetter letter = only(bench.deadLetters()).value();
    assertThat(letter.getOriginTopic()).isEqualTo("tensiometer.claims");
    assertThat(letter.getOriginPartition()).isEqualTo(3);
    assertThat(letter.getOriginOffset()).isEqualTo(17);
    assertThat(letter.getArticleId()).isEqualTo("u7");
  }

  @Test
  void shouldStopAndWriteNoDeadLetterWhenThePairsCannotTakeAClaimThatCounts() {
    // Only a fault of the program can be the cause; the claim has its disposition already.
    bench.pipe(article.claim(0, "KOR strike PRK"));
    PairClaim given = bench.pairRecords().get(0).value();
    CodedClaim without = CodedClaim.newBuilder(given.getClaim()).setCoding(null).build();
    byte[] value = bench.bytes(PairClaim.newBuilder(given).setClaim(without).build());
    Origin origin = new Origin("tensiometer.claims", 0, 0, "u1");
    assertThatThrownBy(() -> bench.pipePairRecord("KOR-PRK", value, origin))
        .hasStackTraceContaining("no coded act");
    assertThat(bench.deadLetters()).isEmpty();
    assertThat(bench.dispositions()).isEqualTo(Map.of(article.claimId(0), INDEXED));
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }

  private static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
