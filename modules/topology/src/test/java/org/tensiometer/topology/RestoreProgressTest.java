package org.tensiometer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

  private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
  private static final TopicPartition SECOND = new TopicPartition("changelog", 1);

  private final RestoreProgress progress = new RestoreProgress();

  @Test
  void shouldTellNothingWhenNothingIsRestored() {
    assertThat(progress.percent()).isEmpty();
    assertThat(progress.remaining()).isZero();
  }

  @Test
  void shouldTellTheShareOfAllChangelogsByTheirOffsets() {
    progress.onRestoreStart(FIRST, "days", 100, 200);
    progress.onRestoreStart(SECOND, "days", 0, 300);
    // Two records of twenty offsets: the others were compacted away.
    progress.onBatchRestored(FIRST, "days", 119, 2);

    assertThat(progress.percent()).hasValue(5);
    assertThat(progress.remaining()).isEqualTo(380);
  }

  @Test
  void shouldNotFallBackWhenOneChangelogIsRestored() {
    progress.onRestoreStart(FIRST, "days", 0, 100);
    progress.onRestoreStart(SECOND, "days", 0, 100);
    progress.onRestoreEnd(FIRST, "days", 40);

    assertThat(progress.percent()).hasValue(50);
  }

  @Test
  void shouldTellNothingAnyMoreWhenAllIsRestoredOrGivenAway() {
    progress.onRestoreStart(FIRST, "days", 0, 100);
    progress.onRestoreStart(SECOND, "days", 0, 100);
    progress.onRestoreSuspended(SECOND, "days", 0);
    progress.onBatchRestored(FIRST, "days", 130, 90);
    progress.onRestoreEnd(FIRST, "days", 90);

    assertThat(progress.percent()).isEmpty();
  }
}
