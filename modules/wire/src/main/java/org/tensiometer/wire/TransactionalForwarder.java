package org.tensiometer.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.wire.deadletters.DeadLetters;

/**
 * Reads one topic and writes what a {@link RecordMapper} makes of it, each record exactly once:
 * outputs, dead letters and offsets of a batch are one Kafka transaction.
 *
 * <p>Valid: readers of committed records see a batch whole and once, and its offsets are committed
 * with it; after an abort, a crash or an outage the batch is read again. Invalid: outputs without
 * offsets, offsets without outputs, a record passed over that is not in the dead letters.
 *
 * <p>Records are mapped before the transaction begins, since the broker aborts one that stays open
 * while something takes long. What was not mapped after some time, or when it was told to end, is
 * left to the next batch.
 *
 * <p>A record that cannot be decoded, or that the mapper refuses, becomes a dead letter. An outage
 * of brokers or registry is waited out. {@link #run} ends with an exception only for what waiting
 * does not heal: lacking rights, a schema that the registry refuses, another process with the same
 * transactional id.
 */
public final class TransactionalForwarder<V extends SpecificRecord>
    implements Runnable, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TransactionalForwarder.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LONGEST_PAUSE_MS = 10_000;

  /**
   * After so long a batch is written as far as it is mapped: well below the time after which a
   * consumer that does not poll is taken for dead.
   */
  private static final Duration LONGEST_MAPPING = Duration.ofSeconds(20);

  private record Origin(TopicPartition partition, long offset) {}

  /**
   * What comes of a record.
   *
   * @param refused whether it is the dead letter of a record whose outputs are too large
   */
  private record Output(Origin origin, ProducerRecord<byte[], byte[]> record, boolean refused) {}

  /**
   * What comes of the first records of a batch.
   *
   * @param offsets behind them
   * @param records their number
   */
  private record Mapped(
      List<Output> outputs, Map<TopicPartition, OffsetAndMetadata> offsets, int records) {}

  private final ForwarderSettings<V> settings;
  private final RecordMapper<V> mapper;
  private final RecordTranslator<V> translator;
  private final Consumer<byte[], byte[]> consumer;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Duration longestMapping;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** First offsets of an aborted batch, from which to read again where nothing was committed. */
  private final Map<TopicPartition, Long> rewind = new HashMap<>();

  /** Records whose outputs the broker does not take; written by the producer's thread as well. */
  private final Map<Origin, RecordTooLargeException> tooLarge = new ConcurrentHashMap<>();

  private Producer<byte[], byte[]> producer;
  private long transactionBeganMillis;
  private long pauseMillis = FIRST_PAUSE_MS;
  private volatile boolean undeliverable;

  /**
   * Why a record of the open transaction was not taken; written by the producer's thread as well.
   */
  private volatile KafkaException blocked;

  private volatile Map<TopicPartition, Long> positions = Map.of();
  private volatile String waiting;
  private volatile long behind;
  private volatile long forwarded;

  public TransactionalForwarder(ForwarderSettings<V> settings, RecordMapper<V> mapper) {
    this(settings, mapper, Map.of());
  }

  /**
   * @param ofConsumer settings that the consumer has besides, by Kafka's names
   */
  public TransactionalForwarder(
      ForwarderSettings<V> settings, RecordMapper<V> mapper, Map<String, ?> ofConsumer) {
    this(
        settings,
        mapper,
        ForwarderClients.consumer(settings, ofConsumer),
        () -> ForwarderClients.producer(settings),
        LONGEST_MAPPING);
  }

  TransactionalForwarder(
      ForwarderSettings<V> settings,
      RecordMapper<V> mapper,
      Consumer<byte[], byte[]> consumer,
      Supplier<Producer<byte[], byte[]>> producers,
      Duration longestMapping) {
    this.settings = settings;
    this.mapper = mapper;
    this.consumer = consumer;
    this.producers = producers;
    this.longestMapping = longestMapping;
    translator = new RecordTranslator<>(settings, mapper);
  }

  /**
   * Forwards until {@link #close}, then leaves the group. May be called once.
   *
   * @throws KafkaException for what waiting does not heal
   */
  @Override
  public void run() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("Forwarder " + settings.name() + " was run or closed before");
    }
    try {
      consumer.subscribe(List.of(settings.source().name()), new Assignment());
      while (!stopping()) {
        step();
      }
    } catch (WakeupException e) {
      if (!stopping()) {
        throw e;
      }
    } finally {
      closeClients();
      ended.countDown();
    }
  }

  /**
   * Per assigned partition the offset up to which everything is forwarded and committed; may be
   * asked from any thread.
   */
  public Map<TopicPartition, Long> positions() {
    return positions;
  }

  /** The outage that the last attempt met, if it met one; may be asked from any thread. */
  public Optional<String> waiting() {
    return Optional.ofNullable(waiting);
  }

  /** Consumer group, and the name in dead letters and logs. */
  public String name() {
    return settings.name();
  }

  /** Records read whose outputs, or dead letters, are committed; may be asked from any thread. */
  public long forwarded() {
    return forwarded;
  }

  /** Records that were still to be read when it last looked; may be asked from any thread. */
  public long behind() {
    return behind;
  }

  /** Has {@link #run} end after the record in hand, and does not wait for it. */
  public void stop() {
    stop.countDown();
  }

  /** Ends {@link #run} after the record in hand and waits for it. */
  @Override
  public void close() {
    stop();
    if (started.compareAndSet(false, true)) {
      closeClients();
      ended.countDown();
      return;
    }
    consumer.wakeup();
    try {
      if (!ended.await(EndPatience.OF_A_PART.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} did not end within {}", settings.name(), EndPatience.OF_A_PART);
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void step() {
    try {
      ensureProducer();
      rewind();
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        forward(records);
      }
      lookWhereWeAre();
      pauseMillis = FIRST_PAUSE_MS;
      waiting = null;
    } catch (WakeupException | InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      if (isHopeless(e)) {
        throw e;
      }
      waiting = e.toString();
      LOG.warn("{} tries again in {} ms", settings.name(), pauseMillis, e);
      pause();
    }
  }

  private void forward(ConsumerRecords<byte[], byte[]> records) {
    Mapped mapped;
    try {
      mapped = map(records);
    } catch (RuntimeException e) {
      rewind.putAll(starts(records));
      mapper.aborted();
      throw e;
    }
    try {
      write(mapped);
    } catch (RuntimeException e) {
      rewind.putAll(starts(records));
      abort(e);
      throw e;
    }
    tooLarge.clear();
    mapper.committed();
    forwarded += mapped.records();
    if (mapped.records() < records.count()) {
      starts(records)
          .forEach(
              (partition, start) -> {
                OffsetAndMetadata reached = mapped.offsets().get(partition);
                consumer.seek(partition, reached == null ? start : reached.offset());
              });
    }
  }

  private Mapped map(ConsumerRecords<byte[], byte[]> records) {
    long began = System.nanoTime();
    List<Output> outputs = new ArrayList<>();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      outputs.addAll(map(record, new Origin(partition, record.offset())));
      offsets.put(partition, new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
      count++;
      if (stopping() || System.nanoTime() - began > longestMapping.toNanos()) {
        break;
      }
    }
    return new Mapped(outputs, count < records.count() ? offsets : records.nextOffsets(), count);
  }

  private List<Output> map(ConsumerRecord<byte[], byte[]> record, Origin origin) {
    RecordTooLargeException refused = tooLarge.get(origin);
    List<ProducerRecord<byte[], byte[]>> outputs =
        refused == null
            ? translator.translate(record)
            : List.of(translator.deadLetter(record, DeadLetters.TOO_LARGE, refused));
    return outputs.stream().map(output -> new Output(origin, output, refused != null)).toList();
  }

  private void write(Mapped mapped) {
    // The wall clock, because the broker's limit goes on while this machine sleeps.
    transactionBeganMillis = System.currentTimeMillis();
    blocked = null;
    producer.beginTransaction();
    for (Output output : mapped.outputs()) {
      send(output);
      // Each of the others would wait for the same.
      if (blocked != null) {
        throw blocked;
      }
    }
    producer.sendOffsetsToTransaction(mapped.offsets(), consumer.groupMetadata());
    producer.commitTransaction();
  }

  private void send(Output output) {
    producer.send(
        output.record(),
        (metadata, fault) -> {
          if (fault instanceof RecordTooLargeException large) {
            tooLarge.put(output.origin(), large);
            // Even its dead letter is refused: going on would lose it.
            if (output.refused()) {
              undeliverable = true;
            }
          } else if (fault != null) {
            blocked = fault instanceof KafkaException kafka ? kafka : new KafkaException(fault);
          }
        });
  }

  private static Map<TopicPartition, Long> starts(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      starts.put(partition, records.records(partition).get(0).offset());
    }
    return starts;
  }

  private void abort(RuntimeException cause) {
    try {
      producer.abortTransaction();
    } catch (RuntimeException e) {
      // Fenced, or a commit of unknown outcome: a new producer finishes what this one left open.
      cause.addSuppressed(e);
      dropProducer();
      mapper.assigned(consumer.assignment());
      return;
    }
    mapper.aborted();
  }

  private void ensureProducer() {
    if (producer == null) {
      producer = producers.get();
      try {
        producer.initTransactions();
      } catch (RuntimeException e) {
        dropProducer();
        throw e;
      }
    }
  }

  private void dropProducer() {
    producer.close(Duration.ZERO);
    producer = null;
  }

  /** Goes back to what is committed, which after an unknown outcome only the broker knows. */
  private void rewind() {
    rewind.keySet().retainAll(consumer.assignment());
    if (rewind.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        consumer.committed(Set.copyOf(rewind.keySet()));
    rewind.forEach(
        (partition, start) -> {
          OffsetAndMetadata known = committed.get(partition);
          consumer.seek(partition, known == null ? start : known.offset());
        });
    rewind.clear();
  }

  private boolean isHopeless(KafkaException fault) {
    if (causedBy(fault, ProducerFencedException.class)) {
      if (System.currentTimeMillis() - transactionBeganMillis
          < ForwarderClients.TRANSACTION_TIMEOUT_MS) {
        LOG.error(
            "{} stops: another process uses transactional id {}",
            settings.name(),
            settings.transactionalId());
        return true;
      }
      return false;
    }
    // Of the serdes' faults only poison concerns the input, and that is a dead letter by now.
    return undeliverable
        || causedBy(fault, InvalidConfigurationException.class)
        || causedBy(fault, SerializationException.class);
  }

  private static boolean causedBy(Throwable fault, Class<? extends Throwable> type) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        if (type.isInstance(suppressed)) {
          return true;
        }
      }
    }
    return false;
  }

  private void lookWhereWeAre() {
    Map<TopicPartition, Long> current = new HashMap<>();
    long left = 0;
    for (TopicPartition partition : consumer.assignment()) {
      // The lag is known only with a position; without one position() would wait for the broker.
      OptionalLong lag = consumer.currentLag(partition);
      if (lag.isPresent()) {
        current.put(partition, consumer.position(partition));
        left += lag.getAsLong();
      }
    }
    positions = Map.copyOf(current);
    behind = left;
  }

  private void pause() {
    try {
      stop.await(pauseMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MS);
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  private void closeClients() {
    closeQuietly("consumer", consumer);
    if (producer != null) {
      closeQuietly("producer", producer);
    }
    closeQuietly("serdes", translator);
  }

  private void closeQuietly(String what, AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      LOG.warn("{} could not close its {}", settings.name(), what, e);
    }
  }

  private final class Assignment implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      mapper.assigned(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      mapper.revoked(partitions);
    }
  }
}
