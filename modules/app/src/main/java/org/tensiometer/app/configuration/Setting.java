package org.tensiometer.app.configuration;

import java.util.Arrays;
import java.util.Optional;
import org.tensiometer.wire.topics.Topics;

/**
 * What may be set beside Kafka's own settings. Key, default, flag and variable are public surface;
 * docs/configuration.md lists them.
 */
public enum Setting {
  BOOTSTRAP_SERVERS(
      "bootstrap.servers",
      "127.0.0.1:9092",
      "--bootstrap-server",
      "Kafka, host:port, several with commas between."),
  SCHEMA_REGISTRY(
      "schema.registry.url",
      "http://127.0.0.1:8081",
      "--schema-registry",
      "Schema registry, several with commas between."),
  GENERATION(
      "tensiometer.generation",
      Topics.DEFAULT_GENERATION,
      "--generation",
      "Generation of the topology, which is part of the names of its topics."),
  PARTITIONS(
      "tensiometer.partitions",
      Integer.toString(Topics.DEFAULT_PARTITIONS),
      "--partitions",
      "Partitions of the topics; fixed once they are there."),
  DATA(
      "tensiometer.data",
      "tensiometer-data",
      "--data",
      "Folder in which run keeps everything between runs."),
  KAFKA_PORT(
      "tensiometer.kafka.port",
      null,
      "--port",
      "Port of run's Kafka on 127.0.0.1, 0 for any free one. Unset: 9092; with --once any free"
          + " one."),
  REGISTRY_PORT(
      "tensiometer.registry.port",
      null,
      "--registry-port",
      "Port of run's registry on 127.0.0.1, 0 for any free one. Unset: 8081; with --once any free"
          + " one."),
  VIEW_HOST(
      "tensiometer.view.host",
      "127.0.0.1",
      "--view-host",
      "Address the live view listens on; 0.0.0.0 lets others in, without a password."),
  VIEW_PORT(
      "tensiometer.view.port",
      null,
      "--view-port",
      "Port of the live view, 0 for any free one. Unset: 8080, or a free one if that is taken."),
  METRICS_HOST(
      "tensiometer.metrics.host",
      "127.0.0.1",
      "--metrics-host",
      "Address that metrics and health are served on."),
  METRICS_PORT(
      "tensiometer.metrics.port",
      null,
      "--metrics-port",
      "Port for metrics and health, 0 for any free one. Unset: neither is served."),
  ROUTES(
      "tensiometer.routes",
      null,
      "--routes",
      "File with the routes of alerts (JSON). Unset: all go to tensiometer.live-alerts alone."),
  TENSION(
      "tensiometer.tension.dir",
      null,
      "--tension",
      "Folder with data files of indicator and alert rule in place of those that come with it."),
  LEXICON(
      "tensiometer.lexicon.dir",
      null,
      "--lexicon",
      "Folder with names and patterns that add to those that come with it, or replace them."),
  STATE_FOLDER(
      "tensiometer.state.dir",
      "tensiometer-state",
      "--state-dir",
      "Folder in which stream keeps its local state between runs."),
  INGEST_NAME(
      "tensiometer.ingest.name",
      "files",
      "--name",
      "Tells ingests apart that run at once; of two with one name the older stops."),
  LOG_FORMAT(
      "tensiometer.log.format",
      "text",
      "--log-format",
      "Form of log and progress: text for people, json for programs, one object a line."),
  SINK_INSTANCE(
      "tensiometer.sink.instance",
      "0",
      "--instance",
      "Tells processes of one sink apart; the same after a restart.");

  private static final String OWN = "tensiometer.";

  private final String key;
  private final String otherwise;
  private final String flag;
  private final String description;

  Setting(String key, String otherwise, String flag, String description) {
    this.key = key;
    this.otherwise = otherwise;
    this.flag = flag;
    this.description = description;
  }

  /** Its name in a file. */
  public String key() {
    return key;
  }

  /** What holds when it is set nowhere; empty where that depends on the command. */
  public Optional<String> otherwise() {
    return Optional.ofNullable(otherwise);
  }

  public String flag() {
    return flag;
  }

  /** The environment variable that sets it. */
  public String variable() {
    return variable(key);
  }

  public String description() {
    return description;
  }

  static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** The variable of a key: capitals, {@code _} for dots and hyphens, TENSIOMETER_ in front. */
  static String variable(String key) {
    String name = key.startsWith(OWN) ? key.substring(OWN.length()) : key;
    return Variables.PREFIX
        + name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
