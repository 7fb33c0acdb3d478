package org.tensiometer.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.tensiometer.topology.deadletter.DeadLetterConfig;
import org.tensiometer.topology.deadletter.PoisonBytesHandler;
import org.tensiometer.topology.deadletter.RefusalGuard;
import org.tensiometer.topology.deadletter.RefusedRecordHandler;
import org.tensiometer.topology.state.BoundedRocksDb;
import org.tensiometer.wire.topics.Topics;

/**
 * The configuration of the Streams application: what the promises rest on is fixed, low latency is
 * the default, all else is Kafka's, by Kafka's names and prefixes ({@code consumer.}, {@code
 * producer.}, {@code topic.} ...).
 */
public final class StreamsSettings {

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
          100,
          // An instance with much to restore gets its share when that is done, or at the next look:
          // Kafka looks every ten minutes, and allows no shorter time than this.
          StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG,
          60_000,
          StreamsConfig.NUM_STREAM_THREADS_CONFIG,
          2,
          StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
          32 * 1024 * 1024,
          StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
          BoundedRocksDb.class,
          // A dead letter holds a whole record and its story.
          StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
          Topics.MAX_DEAD_LETTER_BYTES,
          StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
          "lz4",
          // Every batch costs buffers of its own for compression; changelogs come in many.
          StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
          64 * 1024,
          // A killed process is replaced after this time.
          StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
          15_000);

  private StreamsSettings() {}

  /**
   * Adds to the settings given what is fixed and what is the default.
   *
   * @param given by Kafka's and Confluent's names, at least {@code bootstrap.servers}, {@code
   *     state.dir} and {@code schema.registry.url}
   * @throws ConfigException if {@code state.dir} is missing or a fixed setting is given otherwise
   */
  public static Map<String, Object> of(Map<String, ?> given, Topics topics) {
    if (given.get(StreamsConfig.STATE_DIR_CONFIG) == null) {
      throw new ConfigException(
          StreamsConfig.STATE_DIR_CONFIG
              + " must name a folder that outlives the process: Kafka's default is a temporary one");
    }
    Map<String, Object> settings = new HashMap<>(DEFAULTS);
    settings.putAll(given);
    fixed(topics)
        .forEach(
            (name, value) -> {
              Object other = given.get(name);
              if (other != null && !text(other).equals(text(value))) {
                throw new ConfigException(
                    name, other, "is fixed to " + text(value) + "; leave it out");
              }
              settings.put(name, value);
            });
    RefusalGuard.install(settings);
    return settings;
  }

  private static Map<String, Object> fixed(Topics topics) {
    return Map.of(
        StreamsConfig.APPLICATION_ID_CONFIG,
        topics.applicationId(),
        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
        StreamsConfig.EXACTLY_ONCE_V2,
        StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
        true,
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        PoisonBytesHandler.class,
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        RefusedRecordHandler.class,
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
        topics.deadLetters().name(),
        DeadLetterConfig.GENERATION,
        topics.generation());
  }

  private static String text(Object value) {
    return value instanceof Class<?> type ? type.getName() : value.toString();
  }
}
