package org.tensiometer.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageSizeTest {

  @Test
  void shouldEndAPageByRecordsOrByBytes() {
    PageSize size = new PageSize(3, 10);

    assertThat(size.split(List.of(1, 1, 1, 1, 6, 4, 5), bytes -> bytes))
        .containsExactly(List.of(1, 1, 1), List.of(1, 6), List.of(4, 5));
  }

  @Test
  void shouldTakeARecordThatIsLargerThanAPageAlone() {
    assertThat(new PageSize(3, 10).split(List.of(2, 20, 2), bytes -> bytes))
        .containsExactly(List.of(2), List.of(20), List.of(2));
  }

  @Test
  void shouldHaveNoPageOfNothing() {
    assertThat(new PageSize(3, 10).split(List.<Integer>of(), bytes -> bytes)).isEmpty();
    assertThatThrownBy(() -> new PageSize(0, 10)).hasMessageContaining("at least one record");
  }
}
