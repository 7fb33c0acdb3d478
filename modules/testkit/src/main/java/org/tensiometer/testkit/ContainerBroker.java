package org.tensiometer.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container of Apache's image, or of one that is named by {@code -Dkafka.image}. */
final class ContainerBroker implements Brokers {

  private static final String OFFICIAL = "apache/kafka";
  private static final String DEFAULT_IMAGE = OFFICIAL + ":4.3.1";

  /** Seconds are enough, but not on a machine with several builds. */
  private static final Duration START = Duration.ofMinutes(4);

  private final KafkaContainer container;

  private ContainerBroker(KafkaContainer container) {
    this.container = container;
  }

  /**
   * Starts it and returns when it serves.
   *
   * @throws IllegalStateException if no Docker engine answers, or the image cannot be had
   */
  static ContainerBroker start() {
    String image = System.getProperty("kafka.image", DEFAULT_IMAGE);
    requireEngine(image, () -> DockerClientFactory.instance().client());
    KafkaContainer container =
        new KafkaContainer(DockerImageName.parse(image).asCompatibleSubstituteFor(OFFICIAL))
            .withStartupTimeout(START)
            .withEnv(
                Map.of(
                    "KAFKA_AUTO_CREATE_TOPICS_ENABLE",
                    "false",
                    "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS",
                    "0",
                    "KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS",
                    "2000"));
    container.start();
    return new ContainerBroker(container);
  }

  @Override
  public String bootstrapServers() {
    return container.getBootstrapServers();
  }

  @Override
  public void close() {
    container.stop();
  }

  /**
   * Makes sure that an engine is there: what it has not, it may fetch.
   *
   * @throws IllegalStateException if none answers
   */
  static void requireEngine(String image, Supplier<DockerClient> engine) {
    try {
      engine.get().inspectImageCmd(image).exec();
    } catch (NotFoundException e) {
      // Testcontainers asks a registry for it, and says what that answered.
      return;
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "-Dkafka=container needs a Docker engine, and none answers; leave it out for brokers of"
              + " the project's own jars",
          e);
    }
  }
}
