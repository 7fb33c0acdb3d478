package org.tensiometer.wire.topics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;

/**
 * One topic: what stands in it and how it is kept.
 *
 * @param name full topic name
 * @param keyType how the key is written
 * @param key what the key is, in words, for instance "article id"
 * @param valueType generated class of the value
 * @param partitions number of partitions
 * @param cleanup what the broker may remove
 * @param retention how long records stay under {@link CleanupPolicy#DELETE}; empty for ever
 * @param owner module that writes the topic and answers for its schema
 * @param extraConfig further topic settings by Kafka's names
 */
public record TopicDescriptor<V extends SpecificRecord>(
    String name,
    KeyType keyType,
    String key,
    Class<V> valueType,
    int partitions,
    CleanupPolicy cleanup,
    Optional<Duration> retention,
    String owner,
    Map<String, String> extraConfig) {

  private static final String FOR_EVER = "-1";

  public TopicDescriptor {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(valueType, "valueType");
    if (partitions < 1) {
      throw new IllegalArgumentException(
          "Topic " + name + " needs at least one partition, not " + partitions);
    }
    extraConfig = Map.copyOf(extraConfig);
  }

  /** The subject of the value's schema under TopicNameStrategy. */
  public String valueSubject() {
    return name + "-value";
  }

  /** All topic settings that are not left to the broker, by Kafka's names. */
  public Map<String, String> config() {
    Map<String, String> config = new LinkedHashMap<>();
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.configValue());
    config.put(
        TopicConfig.RETENTION_MS_CONFIG,
        retention.map(Duration::toMillis).map(String::valueOf).orElse(FOR_EVER));
    config.putAll(extraConfig);
    return config;
  }
}
