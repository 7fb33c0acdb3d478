package org.tensiometer.embedded;

/**
 * Where the embedded stack listens on 127.0.0.1.
 *
 * @param kafka port of the broker; 0 takes a free one
 * @param registry port of the schema registry; 0 takes a free one
 */
public record Ports(int kafka, int registry) {

  /** The ports that Kafka and Confluent's registry use by custom. */
  public static final Ports CUSTOMARY = new Ports(9092, 8081);

  /** Any free ports; they may differ from start to start. */
  public static final Ports FREE = new Ports(0, 0);

  /** The greatest port there is. */
  public static final int MAX = 65_535;

  public Ports {
    check("Kafka", kafka);
    check("registry", registry);
  }

  private static void check(String name, int port) {
    if (port < 0 || port > MAX) {
      throw new IllegalArgumentException(
          "The " + name + " port must be between 0 (any free one) and " + MAX + ": " + port);
    }
  }
}
