package org.tensiometer.testkit;

/** The Kafka of a test. */
public interface Brokers extends AutoCloseable {

  /** {@code host:port}, several with commas between. */
  String bootstrapServers();

  @Override
  void close();
}
