package org.tensiometer.app;

import java.util.HashMap;
import java.util.Map;
import org.tensiometer.wire.topics.Topics;

/**
 * Where a process works and under which names.
 *
 * @param bootstrapServers Kafka, {@code host:port}, several with commas between
 * @param registryUrl schema registry
 * @param topics names and partitions
 * @param properties further settings by Kafka's and Confluent's names
 */
public record Settings(
    String bootstrapServers, String registryUrl, Topics topics, Map<String, String> properties) {

  public Settings {
    properties = Map.copyOf(properties);
  }

  /** All settings of clients and serdes by Kafka's and Confluent's names. */
  public Map<String, Object> clients() {
    Map<String, Object> clients = new HashMap<>(properties);
    clients.put("bootstrap.servers", bootstrapServers);
    clients.put("schema.registry.url", registryUrl);
    return clients;
  }

  /** The same installation with the topics of another generation. */
  public Settings ofGeneration(String generation) {
    return with(new Topics(topics.prefix(), generation, topics.partitions()));
  }

  /** The same with other names of topics. */
  public Settings with(Topics others) {
    return new Settings(bootstrapServers, registryUrl, others, properties);
  }

  /** The same with one more setting. */
  public Map<String, Object> clientsWith(String name, Object value) {
    Map<String, Object> clients = clients();
    clients.put(name, value);
    return clients;
  }
}
