package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class UserErrorTest {

  @Test
  void shouldNameTheRootOfWhatStoppedTheTopology() {
    Throwable fault =
        new IllegalStateException(
            "Task 0_1 failed", new RuntimeException("flush", new IOException("No space left")));

    assertThat(UserError.stopped("the topology", fault))
        .hasMessage(
            "the topology has stopped: java.lang.IllegalStateException: Task 0_1 failed,"
                + " because of java.io.IOException: No space left");
  }

  @Test
  void shouldNotSayTheSameTwice() {
    Throwable root = new IOException("No space left");

    assertThat(UserError.stopped("the topology", new RuntimeException(root)))
        .hasMessage(
            "the topology has stopped: java.lang.RuntimeException: java.io.IOException: No space"
                + " left");
    assertThat(UserError.stopped("the topology", root))
        .hasMessage("the topology has stopped: java.io.IOException: No space left");
  }
}
