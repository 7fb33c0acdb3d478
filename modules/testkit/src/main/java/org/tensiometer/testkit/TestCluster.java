package org.tensiometer.testkit;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Loopback;
import org.tensiometer.embedded.Ports;
import org.tensiometer.embedded.registry.RegistryServer;

/**
 * Real brokers and a schema registry for a test, with their data below {@code target/}. Addresses
 * stay the same over every stop and start.
 */
public final class TestCluster implements AutoCloseable {

  // A controller that hears nothing of its only broker for three seconds, as on a machine that is
  // busy, makes no topics. It need not think of a new start after a kill here.
  private static final Map<String, String> NEVER_KILLED =
      Map.of("broker.session.timeout.ms", "60000");

  private final TestFolder folder;

  /** Chosen so that nobody has it while the registry is stopped. */
  private final int registryPort = Loopback.freePort();

  private Brokers brokers;
  private RegistryServer registry;
  private EmbeddedStack stack;

  /** One for all questions; made with the first. */
  private Admin admin;

  private TestCluster(TestFolder folder) {
    this.folder = folder;
  }

  /**
   * A broker that can be killed, and a registry in this JVM; of the project's own jars whatever
   * {@code -Dkafka} says.
   */
  public static TestCluster start() {
    return ofSize(1);
  }

  /** As {@link #start()} with several brokers, everything on each of them. */
  public static TestCluster ofSize(int size) {
    return start(folder -> BrokerProcesses.start(folder, size));
  }

  /**
   * With brokers of the test's own.
   *
   * @param start starts them, with their data in the folder given
   */
  public static TestCluster start(Function<Path, Brokers> start) {
    TestCluster cluster = new TestCluster(TestFolder.create("cluster"));
    try {
      cluster.brokers = start.apply(cluster.dataFolder());
      cluster.startRegistry();
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** For tests that leave brokers and registry at peace, of the mode that is asked for. */
  static TestCluster shared() {
    return switch (KafkaMode.current()) {
      case EMBEDDED -> startInThisJvm();
      case CONTAINER -> start(folder -> ContainerBroker.start());
    };
  }

  /** Broker and registry in this JVM: the quickest to have, and not to be killed. */
  public static TestCluster startInThisJvm() {
    return startInThisJvm(folder -> {});
  }

  /**
   * The same, beginning with data that are there already.
   *
   * @param fill puts them into the data folder given
   */
  public static TestCluster startInThisJvm(Consumer<Path> fill) {
    TestCluster cluster = new TestCluster(TestFolder.create("stack"));
    try {
      fill.accept(cluster.dataFolder());
      cluster.stack = EmbeddedStack.start(cluster.dataFolder(), Ports.FREE, NEVER_KILLED);
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** Ends broker and registry of this JVM; what they wrote stays until {@link #close()}. */
  public void stop() {
    stack.close();
  }

  /** {@code host:port}, several with commas between. */
  public String bootstrapServers() {
    return stack != null ? stack.bootstrapServers() : brokers.bootstrapServers();
  }

  /** {@code http://127.0.0.1:port}. */
  public String registryUrl() {
    return stack != null ? stack.registryUrl() : "http://127.0.0.1:" + registryPort;
  }

  /** The two addresses by the names that clients and serializers use. */
  public Map<String, Object> clientConfig() {
    return Map.of("bootstrap.servers", bootstrapServers(), "schema.registry.url", registryUrl());
  }

  public Path dataFolder() {
    return folder.path();
  }

  /** Kills all brokers as {@code kill -9} does. */
  public void killBroker() {
    processes().kill();
  }

  /** Lets all brokers stop cleanly. */
  public void stopBroker() {
    processes().stop();
  }

  /** Starts them again with their data, after they were killed or stopped. */
  public void restartBroker() {
    processes().restart();
  }

  /** The brokers, where they are processes of their own. */
  public BrokerProcesses processes() {
    if (brokers instanceof BrokerProcesses processes) {
      return processes;
    }
    throw new IllegalStateException(
        "The broker of this cluster cannot be killed; TestCluster.start() gives one that can");
  }

  /** Stops the registry; its data stay in the broker. */
  public void stopRegistry() {
    requireOwnJvm();
    registry.close();
  }

  public void restartRegistry() {
    requireOwnJvm();
    startRegistry();
  }

  /** Creates topics with these names and this number of partitions. */
  public void createTopics(int partitions, String... names) {
    createTopics(
        List.of(names).stream()
            .map(n -> new NewTopic(n, Optional.of(partitions), Optional.empty()))
            .toList());
  }

  /** Creates them and returns when a broker knows them, which is a little later. */
  public void createTopics(Collection<NewTopic> topics) {
    List<String> names = topics.stream().map(NewTopic::name).toList();
    admin().createTopics(topics).all().toCompletionStage().toCompletableFuture().join();
    Await.until(
        "topics " + names,
        () -> admin().listTopics().names().get(),
        known -> known.containsAll(names));
  }

  /**
   * Sends records in one transaction and returns when every reader of committed ones sees them,
   * which is a little after it is committed.
   */
  public <V> void produce(
      Collection<ProducerRecord<String, V>> records, Serializer<V> valueSerializer) {
    String id = "test-" + java.util.UUID.randomUUID();
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers(),
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            id);
    try (KafkaProducer<String, V> producer =
        new KafkaProducer<>(config, new StringSerializer(), valueSerializer)) {
      producer.initTransactions();
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
    }
    Await.until(
        "the markers of a transaction",
        () -> admin().describeTransactions(List.of(id)).description(id).get().state(),
        List.of(TransactionState.EMPTY, TransactionState.COMPLETE_COMMIT)::contains);
  }

  public TopicReader reader() {
    return new TopicReader(bootstrapServers());
  }

  /** As {@link TopicReader#lastRecords}. */
  public <V> SortedMap<String, V> lastRecords(String topic, Deserializer<V> valueDeserializer) {
    return reader().lastRecords(topic, valueDeserializer);
  }

  /** Stops both and removes their data; the broker's log stays. */
  @Override
  public void close() {
    if (admin != null) {
      admin.close();
    }
    if (stack != null) {
      stack.close();
    }
    if (registry != null) {
      registry.close();
    }
    if (brokers != null) {
      brokers.close();
    }
    folder.close();
  }

  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(clientConfig());
    }
    return admin;
  }

  private void startRegistry() {
    registry = RegistryServer.start(bootstrapServers(), registryPort);
  }

  private void requireOwnJvm() {
    if (stack != null) {
      throw new IllegalStateException(
          "This cluster runs in the test's own JVM; TestCluster.start() gives one with parts that"
              + " can be killed and stopped");
    }
  }
}
