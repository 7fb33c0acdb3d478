package org.tensiometer.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.generations.Fingerprint;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;

/**
 * Brings a sink from the generation it forwarded last to another one: forwards what differs between
 * their last records, removes what only the old one has, and has the sink go on behind that.
 *
 * <p>Outputs, the offsets in the new topic and the mark on those in the old one are one Kafka
 * transaction: after a crash the handover has happened or not. To be run while no process of the
 * sink forwards.
 */
public final class GenerationHandover<V extends SpecificRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationHandover.class);

  /** Stands with the offsets of a generation that the sink has left. */
  private static final String LEFT = "handed over";

  private final ForwarderSettings<V> settings;
  private final RecordMapper<V> mapper;

  /** What a topic says now: the last record of each key, and where reading goes on. */
  private record Contents(
      Map<String, ConsumerRecord<String, byte[]>> last,
      Map<TopicPartition, OffsetAndMetadata> ends) {}

  /**
   * @param settings of the sink, its source that of the new generation
   * @param mapper of its own, not the one of a forwarder
   */
  public GenerationHandover(ForwarderSettings<V> settings, RecordMapper<V> mapper) {
    this.settings = settings;
    this.mapper = mapper;
  }

  /**
   * Hands over if the sink forwarded another generation last.
   *
   * @return number of keys that differ; empty if there was nothing to hand over
   */
  public Optional<Integer> run() {
    ForwarderSettings<V> own =
        new ForwarderSettings<>(
            settings.name(),
            "handover",
            settings.source(),
            settings.deadLetters(),
            settings.generation(),
            settings.maxBatch(),
            settings.clientConfig());
    try (Producer<byte[], byte[]> producer = ForwarderClients.producer(own)) {
      // First: another process of the sink may be at it, and is done or locked out after this.
      producer.initTransactions();
      Optional<String> left = leftTopic();
      if (left.isEmpty()) {
        return Optional.empty();
      }
      int changes = handOver(left.get(), producer);
      LOG.info(
          "{} goes from {} to {}: {} keys differ",
          settings.name(),
          left.get(),
          settings.source().name(),
          changes);
      return Optional.of(changes);
    }
  }

  /** Whether a sink that committed this has gone over to another generation since. */
  public static boolean hasLeft(OffsetAndMetadata committed) {
    return LEFT.equals(committed.metadata());
  }

  private int handOver(String left, Producer<byte[], byte[]> producer) {
    Contents before = contents(left);
    Contents now = contents(settings.source().name());
    List<ConsumerRecord<byte[], byte[]>> changes = changes(before, now);
    try (RecordTranslator<V> translator = new RecordTranslator<>(settings, mapper)) {
      producer.beginTransaction();
      try {
        for (ConsumerRecord<byte[], byte[]> change : changes) {
          for (ProducerRecord<byte[], byte[]> output : translator.translate(change)) {
            producer.send(output);
          }
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(now.ends());
        before.ends().keySet().forEach(part -> offsets.put(part, new OffsetAndMetadata(0, LEFT)));
        producer.sendOffsetsToTransaction(offsets, new ConsumerGroupMetadata(settings.name()));
        producer.commitTransaction();
      } catch (KafkaException e) {
        producer.close(java.time.Duration.ZERO);
        throw e;
      }
    }
    return changes.size();
  }

  private List<ConsumerRecord<byte[], byte[]>> changes(Contents before, Contents now) {
    List<ConsumerRecord<byte[], byte[]>> changes = new ArrayList<>();
    try (Deserializer<V> values =
        new AvroSerdes(settings.clientConfig()).valueDeserializer(settings.source().valueType())) {
      before
          .last()
          .forEach(
              (key, record) -> {
                if (!now.last().containsKey(key)) {
                  changes.add(bytes(record, null));
                }
              });
      now.last()
          .forEach(
              (key, record) -> {
                ConsumerRecord<String, byte[]> old = before.last().get(key);
                if (old == null || !print(values, old).equals(print(values, record))) {
                  changes.add(bytes(record, record.value()));
                }
              });
    }
    return changes;
  }

  private String print(Deserializer<V> values, ConsumerRecord<String, byte[]> record) {
    return Fingerprint.of(values.deserialize(record.topic(), record.value()));
  }

  private static ConsumerRecord<byte[], byte[]> bytes(
      ConsumerRecord<String, byte[]> record, byte[] value) {
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.timestampType(),
        record.serializedKeySize(),
        value == null ? ConsumerRecord.NULL_SIZE : value.length,
        record.key().getBytes(java.nio.charset.StandardCharsets.UTF_8),
        value,
        record.headers(),
        Optional.empty());
  }

  private Contents contents(String topic) {
    Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    try (Consumer<String, byte[]> consumer =
        TopicContents.consumer(settings.clientConfig(), settings.name() + "-handover")) {
      TopicContents.read(
          consumer,
          topic,
          record -> {
            last.remove(record.key());
            if (record.value() != null) {
              last.put(record.key(), record);
            }
          });
      consumer
          .assignment()
          .forEach(part -> ends.put(part, new OffsetAndMetadata(consumer.position(part))));
    }
    return new Contents(last, ends);
  }

  /** The topic of the generation that was forwarded last, if that is another than now. */
  private Optional<String> leftTopic() {
    String source = settings.source().name();
    int dot = source.lastIndexOf('.');
    String prefix = source.substring(0, source.lastIndexOf('.', dot - 1));
    Pattern generations =
        Pattern.compile(
            Pattern.quote(prefix) + "\\.[a-z0-9-]+" + Pattern.quote(source.substring(dot)));
    try (Admin admin = Admin.create(new HashMap<>(settings.clientConfig()))) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(settings.name()).partitionsToOffsetAndMetadata().get();
      return committed.entrySet().stream()
          .filter(entry -> entry.getValue() != null && !hasLeft(entry.getValue()))
          .map(entry -> entry.getKey().topic())
          .filter(topic -> !topic.equals(source) && generations.matcher(topic).matches())
          .findFirst();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException(
          "The offsets of " + settings.name() + " cannot be read", e.getCause());
    }
  }
}
