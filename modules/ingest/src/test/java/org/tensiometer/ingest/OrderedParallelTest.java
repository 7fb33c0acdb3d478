package org.tensiometer.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedParallelTest {

  @Test
  void shouldHandOnInTheOrderOfTheItemsWhicheverIsFinishedFirst() {
    CountDownLatch second = new CountDownLatch(1);
    List<Integer> results = new ArrayList<>();
    try (OrderedParallel<Integer, Integer> parallel =
        new OrderedParallel<>(
            2,
            "test",
            item -> 1,
            item -> {
              if (item == 0) {
                awaitQuietly(second);
              } else {
                second.countDown();
              }
              return item;
            },
            results::add)) {
      IntStream.range(0, 100).forEach(parallel::accept);
      parallel.finish();
    }

    assertThat(results).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void shouldHaveFewHeavyItemsUnderWayAtOnce() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (OrderedParallel<Integer, Integer> parallel =
        new OrderedParallel<>(
            4,
            "test",
            item -> 300_000,
            item -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              return item;
            },
            item -> underWay.decrementAndGet())) {
      IntStream.range(0, 50).forEach(parallel::accept);
      parallel.finish();
    }

    assertThat(most).hasValue(1);
  }

  @Test
  void shouldPassOnTheFaultOfAnItem() {
    try (OrderedParallel<Integer, Integer> parallel =
        new OrderedParallel<>(1, "test", item -> 1, item -> 1 / item, ignored -> {})) {
      assertThatThrownBy(
              () -> {
                parallel.accept(0);
                parallel.finish();
              })
          .isInstanceOf(ArithmeticException.class);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
