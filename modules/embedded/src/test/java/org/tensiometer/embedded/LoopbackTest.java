package org.tensiometer.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackTest {

  private static final int LINUX_GIVES_OUT_BY_ITSELF = 32_768;

  @Test
  void shouldChooseAnotherFreePortEachTimeThatNobodyGetsByChance() throws Exception {
    int first = Loopback.freePort();
    try (ServerSocket next = new ServerSocket()) {
      next.bind(Loopback.address(Loopback.freePort()));
      int last = Loopback.freePort();
      assertThat(last).isNotIn(first, next.getLocalPort());
      assertThat(first).isBetween(1_024, LINUX_GIVES_OUT_BY_ITSELF - 1);
      assertThat(last).isBetween(1_024, LINUX_GIVES_OUT_BY_ITSELF - 1);
    }
  }
}
