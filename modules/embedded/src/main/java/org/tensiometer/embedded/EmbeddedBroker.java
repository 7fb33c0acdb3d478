package org.tensiometer.embedded;

import java.net.BindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, combined mode), in this JVM, on 127.0.0.1, alone in its cluster
 * unless it is told otherwise.
 *
 * <p>What it acknowledged survives the death of the process (kill -9), not of the machine: like any
 * Kafka with one replica it leaves flushing to the operating system.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final String LOG_FOLDER = "kafka";
  private static final int ATTEMPTS = 3;

  private final DataFolderLock lock;
  private final KafkaRaftServer server;
  private final int port;
  private final Consumer<String> onFatal = this::fail;
  private final CompletableFuture<String> failure = new CompletableFuture<>();
  private boolean closed;

  private EmbeddedBroker(DataFolderLock lock, KafkaRaftServer server, int port) {
    this.lock = lock;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts a broker and returns when it serves clients.
   *
   * @param dataFolder taken for this process and created if need be; the broker's own files are in
   *     {@code kafka/} below it
   * @param port 0 takes a free one; it need not be the same at the next start
   * @throws EmbeddedStartException if the folder or the port is taken, or the broker does not start
   */
  public static EmbeddedBroker start(Path dataFolder, int port) {
    return start(dataFolder, port, Map.of());
  }

  /**
   * Starts a broker with some settings of its own.
   *
   * @param settings broker settings by Kafka's names, put over those chosen here
   * @see #start(Path, int)
   */
  public static EmbeddedBroker start(Path dataFolder, int port, Map<String, String> settings) {
    return start(dataFolder, (lock, logFolder) -> startOnPorts(lock, logFolder, port, settings));
  }

  /**
   * Starts one broker of a cluster, all of which are on this machine, and returns when it serves,
   * which it does once a majority of them has started.
   *
   * @param port of this broker, not 0
   * @param member its controller's port is taken as given
   * @see #start(Path, int)
   */
  public static EmbeddedBroker start(
      Path dataFolder, int port, QuorumMember member, Map<String, String> settings) {
    return start(
        dataFolder, (lock, logFolder) -> startOnce(lock, logFolder, port, member, settings));
  }

  private interface Start {
    EmbeddedBroker in(DataFolderLock lock, Path logFolder);
  }

  private static EmbeddedBroker start(Path dataFolder, Start start) {
    DataFolderLock lock = DataFolderLock.take(dataFolder);
    try {
      Path logFolder = dataFolder.toAbsolutePath().normalize().resolve(LOG_FOLDER);
      requireNoComma(logFolder);
      return start.in(lock, logFolder);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /** {@code 127.0.0.1:port}, as clients want it. */
  public String bootstrapServers() {
    return Loopback.HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /**
   * Completes, with the reason, when the broker met a fault after which Kafka ends the process
   * (disk full, log folder gone). The broker is closed then; the owner decides about the process.
   */
  public CompletableFuture<String> failure() {
    return failure.copy();
  }

  /** Stops the broker and gives the data folder back; returns when both is done. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      FatalExits.forget(onFatal);
      lock.close();
    }
  }

  private static void requireNoComma(Path logFolder) {
    if (logFolder.toString().contains(",")) {
      throw new EmbeddedStartException(
          "Data folder "
              + logFolder.getParent()
              + " has a comma in its path, which Kafka takes for a list; choose another");
    }
  }

  // Another process may take a free port between its choice and its use.
  private static EmbeddedBroker startOnPorts(
      DataFolderLock lock, Path logFolder, int port, Map<String, String> settings) {
    if (port != 0) {
      Loopback.requireFree(port, "the broker");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        int brokerPort = port == 0 ? Loopback.freePort() : port;
        return startOnce(
            lock, logFolder, brokerPort, QuorumMember.alone(Loopback.freePort()), settings);
      } catch (EmbeddedStartException e) {
        if (attempt == ATTEMPTS || !isPortTaken(e)) {
          throw e;
        }
        LOG.info("Trying other ports: {}", e.getMessage());
      }
    }
  }

  private static boolean isPortTaken(Throwable e) {
    return e instanceof BindException || (e.getCause() != null && isPortTaken(e.getCause()));
  }

  private static EmbeddedBroker startOnce(
      DataFolderLock lock,
      Path logFolder,
      int port,
      QuorumMember member,
      Map<String, String> settings) {
    StorageFormat.ensure(logFolder, member);
    Map<String, String> all = BrokerSettings.of(logFolder, port, member, settings);
    EmbeddedBroker broker = null;
    try {
      KafkaConfig config = KafkaConfig.apply(new HashMap<>(all), false);
      broker = new EmbeddedBroker(lock, new KafkaRaftServer(config, Time.SYSTEM), port);
      FatalExits.listen(broker.onFatal);
      broker.server.startup();
      return broker;
    } catch (Throwable e) {
      // Kafka is Scala, where checked exceptions come undeclared.
      if (broker != null) {
        stopHalfStarted(broker);
      }
      throw new EmbeddedStartException(
          "The broker on port " + port + " with data in " + logFolder + " did not start: " + e, e);
    }
  }

  private static void stopHalfStarted(EmbeddedBroker broker) {
    try {
      broker.server.shutdown();
    } catch (RuntimeException | Error e) {
      LOG.debug("A broker that did not start did not stop either", e);
    } finally {
      FatalExits.forget(broker.onFatal);
    }
  }

  private void fail(String reason) {
    if (failure.complete(reason)) {
      LOG.error("The embedded broker stops after a fatal fault: {}", reason);
      // Not on the thread that met the fault, which close() may wait for.
      Thread closer = new Thread(this::close, "embedded-broker-closer");
      closer.setDaemon(true);
      closer.start();
    }
  }
}
