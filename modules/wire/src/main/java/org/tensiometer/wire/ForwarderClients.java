package org.tensiometer.wire;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tensiometer.wire.topics.ConsumerSettings;
import org.tensiometer.wire.topics.Topics;

/**
 * The clients of a forwarder. They carry bytes: records are decoded outside, so that those of a
 * poison record are at hand.
 */
final class ForwarderClients {

  /** Longest a transaction may stay open before the broker aborts it; Kafka's default. */
  static final int TRANSACTION_TIMEOUT_MS = 60_000;

  /** As long as that of the topology. */
  private static final int SESSION_TIMEOUT_MS = 15_000;

  private ForwarderClients() {}

  static Consumer<byte[], byte[]> consumer(
      ForwarderSettings<?> settings, Map<String, ?> ofConsumer) {
    Map<String, Object> config = ConsumerSettings.of(settings.clientConfig());
    config.putAll(ofConsumer);
    config.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, settings.transactionalId());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.name());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxBatch());
    if (!"consumer".equalsIgnoreCase(config.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG) + "")) {
      // A killed process is replaced after this time; with the other protocol the broker says so.
      config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
    }
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static Producer<byte[], byte[]> producer(ForwarderSettings<?> settings) {
    return producer(settings, Duration.ofMillis(TRANSACTION_TIMEOUT_MS));
  }

  /**
   * @param transactionTimeout after which the broker aborts a transaction that is still open
   */
  static Producer<byte[], byte[]> producer(
      ForwarderSettings<?> settings, Duration transactionTimeout) {
    Map<String, Object> config = new HashMap<>(settings.clientConfig());
    config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, settings.transactionalId());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) transactionTimeout.toMillis());
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_DEAD_LETTER_BYTES);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
