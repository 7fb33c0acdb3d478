package org.tensiometer.app.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.wire.topics.Topics;
import picocli.CommandLine.Option;

/** Which Kafka, which registry, which names. */
final class ConnectionOptions {

  private static final String BOOTSTRAP = "bootstrap.servers";
  private static final String REGISTRY = "schema.registry.url";

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
      names = "--config",
      paramLabel = "FILE",
      description = "Further settings by Kafka's names (a properties file).")
  private Path config;

  @Option(
      names = "--generation",
      defaultValue = Topics.DEFAULT_GENERATION,
      description = "Generation of the topology. Default: ${DEFAULT-VALUE}.")
  private String generation;

  @Option(
      names = "--partitions",
      defaultValue = "" + Topics.DEFAULT_PARTITIONS,
      description = "Partitions of the topics. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  Settings settings() {
    Map<String, String> properties = new HashMap<>(config == null ? Map.of() : read(config));
    String inFile = properties.remove(BOOTSTRAP);
    String registryInFile = properties.remove(REGISTRY);
    try {
      return new Settings(
          chosen(bootstrapServer, inFile, "127.0.0.1:9092"),
          chosen(schemaRegistry, registryInFile, "http://127.0.0.1:8081"),
          new Topics(Topics.DEFAULT_PREFIX, generation, partitions),
          properties);
    } catch (IllegalArgumentException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }

  private static String chosen(String flag, String inFile, String otherwise) {
    if (flag != null) {
      return flag;
    }
    return inFile == null ? otherwise : inFile;
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw UserError.environment("--config " + file + ": no such file", e);
    } catch (IOException | IllegalArgumentException e) {
      throw UserError.environment(
          "--config " + file + " is no properties file: " + e.getMessage(), e);
    }
    Map<String, String> settings = new HashMap<>();
    properties.forEach((name, value) -> settings.put(name.toString(), value.toString()));
    return settings;
  }
}
