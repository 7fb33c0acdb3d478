package org.tensiometer.topology.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.PairClock;

class BacklogMarksTest {

  private static final String ONE = "KOR-PRK|2024-06-20";
  private static final String OTHER = "KOR-PRK|2024-06-21";

  private final BacklogMarks marks = new BacklogMarks();

  @Test
  void shouldCountTheDaysThatWereMarkedBeforeTheMomentUntilEachWasPublished() {
    marks.day(ONE, true, true);
    marks.day(OTHER, true, true);
    marks.day(ONE, false, true);
    assertThat(marks.left()).isOne();

    // News of the same day, which is marked again as soon as it is published.
    marks.day(ONE, true, false);
    marks.day(OTHER, false, false);
    marks.day(OTHER, true, false);
    assertThat(marks.left()).isZero();
  }

  @Test
  void shouldCountAPartitionUntilItHasToldTheTimeThatItHadReceived() {
    marks.time(0, TickClock.RECEIVED, clock("2024-06-20T00:00:00Z", "2024-01-01"), true);
    marks.time(0, TickClock.APPLIED, clock("2024-06-20T00:00:00Z", "2024-01-01"), true);
    assertThat(marks.left()).isZero();

    marks.time(0, TickClock.RECEIVED, clock("2024-06-21T00:00:00Z", "2023-12-31"), true);
    marks.time(1, TickClock.RECEIVED, clock("2024-06-21T00:00:00Z", "2023-12-31"), true);
    marks.time(0, TickClock.RECEIVED, clock("2024-06-22T00:00:00Z", "2023-12-31"), false);
    assertThat(marks.left()).isEqualTo(2);

    marks.time(1, TickClock.APPLIED, clock("2024-06-21T00:00:00Z", "2024-01-01"), false);
    assertThat(marks.left()).as("the feed begins earlier than was told").isEqualTo(2);
    marks.time(0, TickClock.APPLIED, clock("2024-06-22T00:00:00Z", "2023-12-31"), false);
    marks.time(1, TickClock.APPLIED, clock("2024-06-21T00:00:00Z", "2023-12-31"), false);
    assertThat(marks.left()).isZero();
  }

  private static PairClock clock(String time, String feedStart) {
    return new PairClock(Instant.parse(time), LocalDate.parse(feedStart));
  }
}
