package org.tensiometer.app.command;

import org.tensiometer.app.Settings;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.LiveGeneration;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.wire.topics.Topics;
import picocli.CommandLine.Option;

/** Which Kafka, which registry, which names. */
final class ConnectionOptions extends ConfigurationOptions {

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Kafka, several with commas between. Default: 127.0.0.1:9092.")
  private String bootstrapServer;

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      description = "Schema registry. Default: http://127.0.0.1:8081.")
  private String schemaRegistry;

  @Option(
      names = "--generation",
      paramLabel = "NAME",
      description = "Generation of the topology. Default: " + Topics.DEFAULT_GENERATION + ".")
  private String generation;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of the topics. Default: " + Topics.DEFAULT_PARTITIONS + ".")
  private String partitions;

  Settings settings() {
    return settings(configuration());
  }

  /** The same of the live generation, unless a generation was named. */
  Settings liveSettings() {
    Configuration configuration = configuration();
    Settings settings = settings(configuration);
    if (configuration.isSet(Setting.GENERATION)) {
      return settings;
    }
    Preparation.brokers(settings).close();
    return LiveGeneration.of(settings);
  }

  /** Whether a generation was named, by whichever source. */
  boolean namesGeneration() {
    return configuration().isSet(Setting.GENERATION);
  }

  static Settings settings(Configuration configuration) {
    return new Settings(
        configuration.text(Setting.BOOTSTRAP_SERVERS),
        configuration.text(Setting.SCHEMA_REGISTRY),
        TopicNames.of(configuration),
        configuration.clients());
  }
}
