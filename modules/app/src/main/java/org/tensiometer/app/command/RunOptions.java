package org.tensiometer.app.command;

import java.nio.file.Path;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.embedded.Ports;
import picocli.CommandLine.Option;

/** Where the whole on one machine keeps its data and listens. */
final class RunOptions extends ConfigurationOptions {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Everything is kept here between runs. Default: ./tensiometer-data.")
  private String data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of Kafka on 127.0.0.1. Default: 9092; with --once any free one.")
  private String port;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description = "Port of the registry on 127.0.0.1. Default: 8081; with --once any free one.")
  private String registryPort;

  static Path data(Configuration configuration) {
    return Path.of(configuration.text(Setting.DATA));
  }

  /**
   * The ports as configured.
   *
   * @param defaults of those that are not
   */
  static Ports ports(Configuration configuration, Ports defaults) {
    return new Ports(
        port(configuration, Setting.KAFKA_PORT, defaults.kafka()),
        port(configuration, Setting.REGISTRY_PORT, defaults.registry()));
  }

  private static int port(Configuration configuration, Setting setting, int otherwise) {
    int port = configuration.number(setting).orElse(otherwise);
    if (port < 0 || port > Ports.MAX) {
      throw configuration.fault(
          setting, "needs a port between 1 and " + Ports.MAX + ", or 0 for any free one", null);
    }
    return port;
  }
}
