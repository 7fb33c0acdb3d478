package org.tensiometer.operations.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiskUseTest {

  @Test
  void shouldGrowByTheSizeOfARecordWhereAllAreKept() {
    DiskUse kept = new DiskUse("t", 1_000, 10, 20);

    assertThat(kept.forecast(0)).isEqualTo(1_000);
    assertThat(kept.forecast(3)).isEqualTo(1_000 + 3 * 20 * 100);
  }

  /** Of a hundred records of 100 bytes each compaction has left ten. */
  @Test
  void shouldSupposeThatCompactionLeavesTheSameShareAsSoFar() {
    DiskUse compacted = new DiskUse("t", 1_000, 100, 200);

    assertThat(compacted.forecast(1)).isEqualTo(1_000 + 200 / 10 * 100);
  }

  @Test
  void shouldStayAsItIsWhereNothingWasWritten() {
    assertThat(new DiskUse("t", 0, 0, 0).forecast(365)).isZero();
  }
}
