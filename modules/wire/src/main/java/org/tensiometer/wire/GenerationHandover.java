package org.tensiometer.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * Brings a sink from the generation it forwarded last to another one: forwards what differs between
 * their last records, removes what only the old one has, and has the sink go on behind that. Where
 * the broker has forgotten what the sink forwarded, as it does with the offsets of one that was
 * stopped for long, the generation is held against what is published.
 *
 * <p>Outputs, the offsets in the new topic and the mark on those in the old one are one Kafka
 * transaction: after a crash the handover has happened or not. To be run while no process of the
 * sink forwards.
 */
public final class GenerationHandover<V extends SpecificRecord> {

  private static final Logger LOG = LoggerFactory.getLogger(GenerationHandover.class);

  /** Stands with the offsets of a generation that the sink has left. */
  private static final String LEFT = "handed over";

  /** Everything that differs is one transaction, and may be much. */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(5);

  private final ForwarderSettings<V> settings;
  private final RecordMapper<V> mapper;
  private final TopicDescriptor<V> published;

  /**
   * @param settings of the sink, its source that of the new generation
   * @param mapper of its own, not the one of a forwarder
   * @param published where the sink writes each record of its source by the same key
   */
  public GenerationHandover(
      ForwarderSettings<V> settings, RecordMapper<V> mapper, TopicDescriptor<V> published) {
    this.settings = settings;
    this.mapper = mapper;
    this.published = published;
  }

  /**
   * Hands over if the sink forwarded another generation last, or if it is not known what it
   * forwarded and something is published.
   *
   * @return what differs; empty if there was nothing to hand over
   */
  public Optional<HandoverChanges> run() {
    ForwarderSettings<V> own =
        new ForwarderSettings<>(
            settings.name(),
            "handover",
            settings.source(),
            settings.deadLetters(),
            settings.generation(),
            settings.maxBatch(),
            settings.clientConfig());
    try (Producer<byte[], byte[]> producer = ForwarderClients.producer(own, TRANSACTION_TIMEOUT)) {
      // First: another process of the sink may be at it, and is done or locked out after this.
      producer.initTransactions();
      Map<TopicPartition, OffsetAndMetadata> committed = committed();
      boolean forgotten = committed.isEmpty();
      if (left(committed).isEmpty() && !forgotten) {
        return Optional.empty();
      }
      String from = from(committed);
      Differences<V> differences = differencesFrom(from, committed);
      if (forgotten) {
        if (differences.isFromNothing()) {
          return Optional.empty();
        }
        LOG.warn(
            "{} has no committed offsets although {} is not empty; both are compared",
            settings.name(),
            from);
      }
      List<ConsumerRecord<byte[], byte[]>> changes = differences.to(settings.source().name());
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(differences.ends());
      committed.keySet().stream()
          .filter(partition -> partition.topic().equals(from))
          .forEach(partition -> offsets.put(partition, new OffsetAndMetadata(0, LEFT)));
      write(changes, offsets, producer);
      HandoverChanges counted = differences.changes();
      LOG.info(
          "{} goes from {} to {}: {} keys differ, {} are new, {} replaced and {} withdrawn",
          settings.name(),
          from,
          settings.source().name(),
          counted.total(),
          counted.published(),
          counted.replaced(),
          counted.withdrawn());
      return Optional.of(counted);
    }
  }

  /** What {@link #run} would find to differ now. Only reads, also while the sink is at work. */
  public HandoverChanges plan() {
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    return differencesFrom(from(committed), committed).count(settings.source().name());
  }

  /** The topic that says what is published: its records before the committed offsets. */
  private String from(Map<TopicPartition, OffsetAndMetadata> committed) {
    return committed.isEmpty()
        ? published.name()
        : left(committed).orElse(settings.source().name());
  }

  private Differences<V> differencesFrom(
      String from, Map<TopicPartition, OffsetAndMetadata> committed) {
    Differences<V> differences = new Differences<>(settings);
    differences.from(
        from, record -> committed.isEmpty() || record.offset() < forwarded(record, committed));
    return differences;
  }

  /** Up to where the sink has forwarded the partition of this record. */
  private static long forwarded(
      ConsumerRecord<?, ?> record, Map<TopicPartition, OffsetAndMetadata> committed) {
    OffsetAndMetadata end = committed.get(new TopicPartition(record.topic(), record.partition()));
    return end == null ? 0 : end.offset();
  }

  /** Whether a sink that committed this has gone over to another generation since. */
  public static boolean hasLeft(OffsetAndMetadata committed) {
    return LEFT.equals(committed.metadata());
  }

  private void write(
      List<ConsumerRecord<byte[], byte[]>> changes,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      Producer<byte[], byte[]> producer) {
    try {
      // Before the transaction begins: the broker aborts one that stays open for long.
      List<ProducerRecord<byte[], byte[]>> outputs = translated(changes);
      producer.beginTransaction();
      outputs.forEach(producer::send);
      producer.sendOffsetsToTransaction(offsets, new ConsumerGroupMetadata(settings.name()));
      producer.commitTransaction();
      mapper.committed();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      mapper.aborted();
      throw e;
    }
  }

  private List<ProducerRecord<byte[], byte[]>> translated(
      List<ConsumerRecord<byte[], byte[]>> changes) {
    List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>();
    try (RecordTranslator<V> translator = new RecordTranslator<>(settings, mapper)) {
      changes.forEach(change -> outputs.addAll(translator.translate(change)));
    }
    return outputs;
  }

  /** The topic of the generation that was forwarded last, if that is another than now. */
  private Optional<String> left(Map<TopicPartition, OffsetAndMetadata> committed) {
    String source = settings.source().name();
    int dot = source.lastIndexOf('.');
    String prefix = source.substring(0, source.lastIndexOf('.', dot - 1));
    Pattern generations =
        Pattern.compile(
            Pattern.quote(prefix) + "\\.[a-z0-9-]+" + Pattern.quote(source.substring(dot)));
    return committed.entrySet().stream()
        .filter(entry -> !hasLeft(entry.getValue()))
        .map(entry -> entry.getKey().topic())
        .filter(topic -> !topic.equals(source) && generations.matcher(topic).matches())
        .findFirst();
  }

  private Map<TopicPartition, OffsetAndMetadata> committed() {
    try (Admin admin = Admin.create(new HashMap<>(settings.clientConfig()))) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          new HashMap<>(
              admin
                  .listConsumerGroupOffsets(settings.name())
                  .partitionsToOffsetAndMetadata()
                  .get());
      committed.values().removeIf(offset -> offset == null);
      return committed;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new KafkaException(
          "The offsets of " + settings.name() + " cannot be read", e.getCause());
    }
  }
}
