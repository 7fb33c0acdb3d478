package org.tensiometer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;

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

  /** As when DOCKER_HOST leads nowhere, or no engine is installed. */
  @Test
  void shouldFailAndNotSkipWhereNoEngineAnswers() throws Exception {
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      URI nowhere = URI.create("tcp://127.0.0.1:" + nobody.getLocalPort());
      nobody.close();
      assertNoEngine(
          () ->
              DockerClientImpl.getInstance(
                  DefaultDockerClientConfig.createDefaultConfigBuilder()
                      .withDockerHost(nowhere.toString())
                      .build(),
                  new ZerodepDockerHttpClient.Builder().dockerHost(nowhere).build()));
    }
    assertNoEngine(
        () -> {
          throw new IllegalStateException("Could not find a valid Docker environment");
        });
  }

  private static void assertNoEngine(Supplier<DockerClient> engine) {
    assertThatThrownBy(() -> ContainerBroker.requireEngine("apache/kafka:4.3.1", engine))
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(TestAbortedException.class)
        .hasMessageContaining("-Dkafka=container needs a Docker engine, and none answers");
  }

  @Test
  void shouldFailOnAModeThatThereIsNot() {
    System.setProperty("kafka", "dokcer");
    assertThatThrownBy(KafkaMode::current).hasMessageContaining("embedded or container");
  }
}
