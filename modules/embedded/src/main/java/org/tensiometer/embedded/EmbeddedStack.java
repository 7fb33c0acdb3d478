package org.tensiometer.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.tensiometer.embedded.registry.RegistryServer;

/**
 * A broker and a schema registry under one data folder, in this JVM, on 127.0.0.1. The folder holds
 * everything: schemas are records of a topic.
 */
public final class EmbeddedStack implements AutoCloseable {

  private final EmbeddedBroker broker;
  private final RegistryServer registry;

  private EmbeddedStack(EmbeddedBroker broker, RegistryServer registry) {
    this.broker = broker;
    this.registry = registry;
  }

  /**
   * Starts both and returns when both serve.
   *
   * @param dataFolder taken for this process until {@link #close()}, created if need be
   * @throws EmbeddedStartException with one sentence for the user: the folder or a port is taken,
   *     or one of the two does not start
   */
  public static EmbeddedStack start(Path dataFolder, Ports ports) {
    return start(dataFolder, ports, Map.of());
  }

  /**
   * Starts both with some settings of the broker's own.
   *
   * @param settings as {@link EmbeddedBroker#start(Path, int, Map)} has them
   * @see #start(Path, Ports)
   */
  public static EmbeddedStack start(Path dataFolder, Ports ports, Map<String, String> settings) {
    EmbeddedBroker broker = EmbeddedBroker.start(dataFolder, ports.kafka(), settings);
    try {
      return new EmbeddedStack(
          broker, RegistryServer.start(broker.bootstrapServers(), ports.registry()));
    } catch (RuntimeException | Error e) {
      broker.close();
      throw e;
    }
  }

  /** {@code 127.0.0.1:port} of the broker. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** {@code http://127.0.0.1:port} of the registry. */
  public String registryUrl() {
    return registry.url();
  }

  /** The ports that were chosen or found. */
  public Ports ports() {
    return new Ports(broker.port(), registry.port());
  }

  /** As {@link EmbeddedBroker#failure()}. */
  public CompletableFuture<String> failure() {
    return broker.failure();
  }

  @Override
  public void close() {
    try {
      registry.close();
    } finally {
      broker.close();
    }
  }
}
