package org.tensiometer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Disposition;

class GuaranteesTest {

  private static final Schema ANSWER =
      SchemaBuilder.record("Answer")
          .fields()
          .requiredInt("score")
          .requiredInt("revision")
          .requiredString("generation")
          .endRecord();
  private static final Schema CLAIM =
      SchemaBuilder.record("C")
          .fields()
          .name("revision")
          .type(SchemaBuilder.record("Rev").fields().requiredString("content_hash").endRecord())
          .noDefault()
          .endRecord();

  @Test
  void shouldMissAClaimWithoutDisposition() {
    NothingLost guarantee = new NothingLost();
    guarantee.onProduced("a");
    guarantee.onProduced("b");
    guarantee.onDisposed("b");
    assertThat(guarantee.open()).isEqualTo(1);
    assertThatThrownBy(guarantee::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("claim a was produced and has no disposition");
    guarantee.onDisposed("a");
    assertThatCode(guarantee::check).doesNotThrowAnyException();
  }

  @Test
  void shouldTellARepetitionFromACorrection() {
    NothingCountedTwice guarantee = new NothingCountedTwice();
    guarantee.onProduced("a");
    guarantee.onDisposed("a", Disposition.INDEXED);
    guarantee.onDisposed("a", Disposition.RETRACTED);
    guarantee.onDisposed("a", Disposition.INDEXED);
    assertThat(guarantee.breaches()).isEmpty();
    guarantee.onDisposed("a", Disposition.INDEXED);
    guarantee.onDisposed("b", Disposition.LATE);
    assertThat(guarantee.breaches())
        .containsExactly(
            "claim a was committed as INDEXED again",
            "claim b has a disposition and nobody produced it");
  }

  @Test
  void shouldCompareAllButTheCounterOfRevisions() {
    assertThat(SameAnswer.of(Map.of("k", answer(5, 2, "g1")), Map.of("k", answer(5, 7, "g1"))))
        .satisfies(guarantee -> assertThat(guarantee.breaches()).isEmpty());
    SameAnswer differs =
        SameAnswer.of(
            Map.of("k", answer(5, 2, "g1"), "l", answer(1, 1, "g1")),
            Map.of("k", answer(6, 2, "g2"), "m", answer(1, 1, "g2")));
    assertThat(differs.breaches())
        .containsExactly(
            "k score: 5 and then 6",
            "k generation: g1 and then g2",
            "l is only in the first run",
            "m is only in the second run");
    assertThat(differs.ignoring("generation").breaches()).hasSize(3);
  }

  @Test
  void shouldCompareTheStateOfAnArticle() {
    assertThat(SameAnswer.of(Map.of("k", claim("x")), Map.of("k", claim("y"))).breaches())
        .hasSize(1);
  }

  private static GenericRecord answer(int score, int revision, String generation) {
    return new GenericRecordBuilder(ANSWER)
        .set("score", score)
        .set("revision", revision)
        .set("generation", generation)
        .build();
  }

  private static GenericRecord claim(String hash) {
    Schema revision = CLAIM.getField("revision").schema();
    return new GenericRecordBuilder(CLAIM)
        .set("revision", new GenericRecordBuilder(revision).set("content_hash", hash).build())
        .build();
  }
}
