package org.tensiometer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaModeTest {

  private String before;

  @BeforeEach
  void remember() {
    before = System.getProperty("kafka");
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty("kafka");
    } else {
      System.setProperty("kafka", before);
    }
  }

  @Test
  void shouldTakeTheModeThatIsAskedFor() {
    System.setProperty("kafka", "container");
    assertThat(KafkaMode.current()).isEqualTo(KafkaMode.CONTAINER);
    System.clearProperty("kafka");
    assertThat(KafkaMode.current()).isEqualTo(KafkaMode.EMBEDDED);
  }

  @Test
  void shouldFailOnAModeThatThereIsNot() {
    System.setProperty("kafka", "dokcer");
    assertThatThrownBy(KafkaMode::current).hasMessageContaining("embedded or container");
  }
}
