package org.tensiometer.embedded.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.embedded.EmbeddedStartException;

/** The log as a compacted topic with one partition. */
final class SchemasTopic implements SchemaLog {

  /** Confluent's default name. */
  static final String NAME = "_schemas";

  private static final Logger LOG = LoggerFactory.getLogger(SchemasTopic.class);
  private static final TopicPartition PARTITION = new TopicPartition(NAME, 0);
  private static final int REQUEST_MILLIS = 5_000;
  private static final int DELIVERY_MILLIS = 10_000;
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<RegistryEntry> onEntry;

  private SchemasTopic(String bootstrapServers, Consumer<RegistryEntry> onEntry) {
    this.onEntry = onEntry;
    producer = new KafkaProducer<>(producerConfig(bootstrapServers));
    consumer = new KafkaConsumer<>(consumerConfig(bootstrapServers));
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
  }

  /**
   * Opens the topic and creates it if need be.
   *
   * @param onEntry takes every record, in the topic's order, during {@link #readToEnd}
   * @throws EmbeddedStartException if the topic is not one that can keep schemas
   */
  static SchemasTopic open(String bootstrapServers, Consumer<RegistryEntry> onEntry) {
    try (Admin admin =
        Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      create(admin);
      verifyOnceKnown(admin);
    }
    return new SchemasTopic(bootstrapServers, onEntry);
  }

  @Override
  public void append(RegistryEntry entry) {
    await(
        producer.send(
            new ProducerRecord<>(
                NAME, PARTITION.partition(), RegistryCodec.key(entry), RegistryCodec.value(entry))),
        "write to topic " + NAME);
  }

  @Override
  public void readToEnd() {
    long end =
        consumer.endOffsets(List.of(PARTITION), Duration.ofMillis(DELIVERY_MILLIS)).get(PARTITION);
    long lastProgress = System.nanoTime();
    while (consumer.position(PARTITION, Duration.ofMillis(DELIVERY_MILLIS)) < end) {
      long before = consumer.position(PARTITION);
      consumer.poll(POLL).records(PARTITION).forEach(this::read);
      if (consumer.position(PARTITION) > before) {
        lastProgress = System.nanoTime();
      } else if (System.nanoTime() - lastProgress
          > TimeUnit.MILLISECONDS.toNanos(DELIVERY_MILLIS)) {
        throw new org.apache.kafka.common.errors.TimeoutException(
            "Topic " + NAME + " ends at offset " + end + " and cannot be read beyond " + before);
      }
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(REQUEST_MILLIS));
    consumer.close(
        org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofMillis(REQUEST_MILLIS)));
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.key() == null) {
        throw new IOException("it has no key");
      }
      onEntry.accept(RegistryCodec.read(record.key(), record.value()));
    } catch (IOException e) {
      // What is not understood must not keep every other schema away.
      LOG.error(
          "{} offset {} is not a registry record and is left out: {}",
          NAME,
          record.offset(),
          e.getMessage());
    }
  }

  private static void create(Admin admin) {
    NewTopic topic =
        new NewTopic(NAME, Optional.of(1), Optional.empty())
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    try {
      await(admin.createTopics(List.of(topic)).all(), "create topic " + NAME);
    } catch (TopicExistsException e) {
      LOG.debug("Topic {} is there", NAME);
    }
  }

  // The controller tells that the topic is made before the broker has heard of it.
  private static void verifyOnceKnown(Admin admin) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DELIVERY_MILLIS);
    while (true) {
      try {
        verify(admin);
        return;
      } catch (UnknownTopicOrPartitionException e) {
        if (System.nanoTime() - deadline > 0) {
          throw e;
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  private static void verify(Admin admin) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, NAME);
    String policy =
        await(admin.describeConfigs(List.of(resource)).all(), "read the settings of topic " + NAME)
            .get(resource)
            .get(TopicConfig.CLEANUP_POLICY_CONFIG)
            .value();
    int partitions =
        await(admin.describeTopics(List.of(NAME)).allTopicNames(), "describe topic " + NAME)
            .get(NAME)
            .partitions()
            .size();
    if (partitions != 1 || !policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
      throw new EmbeddedStartException(
          "Topic "
              + NAME
              + " must have one partition and cleanup.policy=compact to keep schemas; it has "
              + partitions
              + " and "
              + policy);
    }
  }

  private static Map<String, Object> producerConfig(String bootstrapServers) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.CLIENT_ID_CONFIG,
        "schema-registry-writer",
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.LINGER_MS_CONFIG,
        0,
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        4L << 20,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        REQUEST_MILLIS,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        DELIVERY_MILLIS,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        DELIVERY_MILLIS,
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class);
  }

  private static Map<String, Object> consumerConfig(String bootstrapServers) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.CLIENT_ID_CONFIG,
        "schema-registry-reader",
        // Requests of a connection wait for each other: a fetch that waits for news delays all.
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        1,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class);
  }

  private static <T> T await(java.util.concurrent.Future<T> future, String what) {
    try {
      return future.get(2L * DELIVERY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException("Could not " + what, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException kafka) {
        throw kafka;
      }
      throw new KafkaException("Could not " + what, e.getCause());
    }
  }

  private static <T> T await(KafkaFuture<T> future, String what) {
    return await(future.toCompletionStage().toCompletableFuture(), what);
  }
}
