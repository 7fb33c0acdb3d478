package org.tensiometer.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.Topics;

/** The shipped program as separate processes on a cluster of its own. */
final class Installation implements AutoCloseable {

  static final Topics TOPICS = Topics.withDefaults();

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TENSIOMETER_HEAP",
          "1g",
          "TENSIOMETER_JAVA_OPTS",
          ShippedProcess.JAVA_OPTIONS + " -XX:-UsePerfData",
          "TENSIOMETER_LOG_LEVEL",
          "WARN");

  private final TestCluster cluster;
  private final Path folder;
  private String bootstrapServers;
  private final List<ShippedProcess> processes = new ArrayList<>();

  /**
   * @param cluster closed with the installation
   * @param folder takes configuration, state and what the processes print
   */
  Installation(TestCluster cluster, Path folder) {
    this.cluster = cluster;
    this.folder = folder;
    this.bootstrapServers = cluster.bootstrapServers();
  }

  /** Lets the processes, not the test, come to the brokers by this address. */
  Installation reachedBy(String address) {
    bootstrapServers = address;
    return this;
  }

  TestCluster cluster() {
    return cluster;
  }

  Path folder() {
    return folder;
  }

  AvroSerdes serdes() {
    return new AvroSerdes(cluster.clientConfig());
  }

  /** Creates all topics of the program. */
  void createTopics(int replicas) {
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin, Optional.of((short) replicas)).ensure(TOPICS.all());
    }
  }

  /**
   * Starts one part of the program.
   *
   * @param name of its log and its configuration
   * @param settings by the names of a configuration file
   * @param command and its arguments, without those that say where the cluster is
   */
  ShippedProcess start(String name, Map<String, String> settings, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    try {
      Path file = folder.resolve(name + ".properties");
      Files.writeString(file, text(settings));
      arguments.addAll(
          List.of(
              "--bootstrap-server",
              bootstrapServers,
              "--schema-registry",
              cluster.registryUrl(),
              "--config",
              file.toString()));
      ShippedProcess process = ShippedProcess.start(log(name), ENVIRONMENT, arguments);
      processes.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the processes of this name have printed so far. */
  String printed(String name) {
    try {
      return Files.exists(log(name)) ? Files.readString(log(name)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static String text(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + '=' + setting.getValue() + '\n')
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    processes.forEach(ShippedProcess::close);
    cluster.close();
  }
}
