package org.tensiometer.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.EligibleLeaderReplicasVersion;
import org.apache.kafka.server.common.KRaftVersion;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker, alone in its cluster (KRaft, combined mode), in this JVM, on 127.0.0.1.
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
  private final AtomicBoolean closed = new AtomicBoolean();

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
    DataFolderLock lock = DataFolderLock.take(dataFolder);
    try {
      Path logFolder = dataFolder.toAbsolutePath().resolve(LOG_FOLDER);
      format(logFolder);
      return port == 0
          ? startOnFreePort(lock, logFolder, settings)
          : startOn(lock, logFolder, port, settings);
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

  /** Stops the broker and gives the data folder back. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      FatalExits.forget(onFatal);
      lock.close();
    }
  }

  // Another process may take a port between its choice and its use.
  private static EmbeddedBroker startOnFreePort(
      DataFolderLock lock, Path logFolder, Map<String, String> settings) {
    for (int attempt = 1; ; attempt++) {
      try {
        return startOn(lock, logFolder, Loopback.freePort(), settings);
      } catch (EmbeddedStartException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LOG.info("Trying another port: {}", e.getMessage());
      }
    }
  }

  private static EmbeddedBroker startOn(
      DataFolderLock lock, Path logFolder, int port, Map<String, String> settings) {
    Loopback.requireFree(port, "the broker");
    Map<String, String> all = BrokerSettings.of(logFolder, port, Loopback.freePort(), settings);
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.apply(new HashMap<>(all), false), Time.SYSTEM);
    EmbeddedBroker broker = new EmbeddedBroker(lock, server, port);
    FatalExits.listen(broker.onFatal);
    try {
      server.startup();
      return broker;
    } catch (RuntimeException | Error e) {
      FatalExits.forget(broker.onFatal);
      stopHalfStarted(server);
      throw new EmbeddedStartException(
          "The broker on port " + port + " with data in " + logFolder + " did not start: " + e, e);
    }
  }

  private static void stopHalfStarted(KafkaRaftServer server) {
    try {
      server.shutdown();
    } catch (RuntimeException | Error e) {
      LOG.debug("A broker that did not start did not stop either", e);
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

  private static void format(Path logFolder) {
    if (Files.exists(logFolder.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(logFolder);
      Formatter formatter =
          new Formatter()
              .setPrintStream(
                  new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
              .setNodeId(BrokerSettings.NODE_ID)
              .setClusterId(Uuid.randomUuid().toString())
              .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
              .setFeatureLevel(
                  KRaftVersion.FEATURE_NAME, KRaftVersion.KRAFT_VERSION_0.featureLevel())
              // With one replica there is no other leader to be eligible.
              .setFeatureLevel(
                  EligibleLeaderReplicasVersion.FEATURE_NAME,
                  EligibleLeaderReplicasVersion.ELRV_0.featureLevel())
              .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
              .setMetadataLogDirectory(logFolder.toString())
              .addDirectory(logFolder.toString())
              // A process killed while formatting leaves a folder that is formatted in part.
              .setIgnoreFormatted(true);
      formatter.run();
    } catch (IOException e) {
      throw new EmbeddedStartException("Data folder " + logFolder + " cannot be written: " + e, e);
    } catch (Exception e) {
      throw new EmbeddedStartException(
          "Data folder " + logFolder + " cannot be formatted: " + e, e);
    }
  }
}
