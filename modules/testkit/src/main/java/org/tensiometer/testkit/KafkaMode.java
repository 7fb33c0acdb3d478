package org.tensiometer.testkit;

/**
 * Which Kafka integration tests run against, by {@code -Dkafka=embedded|container}. A mode that is
 * asked for and not there fails the tests: skipped ones would look like passed ones.
 *
 * <p>It is for those that share a cluster ({@link SharedCluster}). A test that kills and restarts
 * brokers, or has several, needs processes of its own ({@link TestCluster#start()}), which are of
 * the project's own jars in either mode.
 */
enum KafkaMode {
  /** The default: the project's own jars. */
  EMBEDDED,
  /** The image of {@code -Dkafka.image} in a Docker engine. */
  CONTAINER;

  private static final String PROPERTY = "kafka";

  /**
   * The mode that is asked for.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static KafkaMode current() {
    String name = System.getProperty(PROPERTY, "embedded");
    return switch (name) {
      case "embedded" -> EMBEDDED;
      case "container" -> CONTAINER;
      default ->
          throw new IllegalArgumentException(
              "-D" + PROPERTY + " is embedded or container, not \"" + name + '"');
    };
  }
}
