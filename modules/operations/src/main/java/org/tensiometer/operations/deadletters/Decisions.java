package org.tensiometer.operations.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.DeadLetterDecision;
import org.tensiometer.contracts.DeadLetterMark;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.operations.OperatorWriter;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.headers.LineageHeaders;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * Sends refused records again, or gives them up.
 *
 * <p>Valid: a record that is sent again stands in the topic and partition it came from, with its
 * key, value and headers byte for byte, the number of its attempt, and a mark, all in one
 * transaction. Invalid: one without the other; two marks for one refused record; an older record
 * behind a newer one of its key.
 */
public final class Decisions {

  /** Attempts at one record unless the operator allows more. */
  public static final int DEFAULT_MAX_ATTEMPTS = 3;

  private static final int BATCH = 200;
  private static final byte[] ADMITTED = "true".getBytes(StandardCharsets.UTF_8);

  private final Map<String, ?> clientConfig;
  private final Topics topics;
  private final InstantSource clock;
  private final RefusedSource source;

  /** About dead letters. */
  public Decisions(Map<String, ?> clientConfig, Topics topics, InstantSource clock) {
    this(clientConfig, topics, clock, new RefusedRecords(clientConfig, topics));
  }

  /** About records of this kind. */
  public Decisions(
      Map<String, ?> clientConfig, Topics topics, InstantSource clock, RefusedSource source) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
    this.clock = clock;
    this.source = source;
  }

  /** What {@link #redrive} would do now. */
  public Map<RefusedRecord, Outcome> planRedrive(Selection selection, int maxAttempts) {
    List<RefusedRecord> selected = source.select(selection);
    Set<TopicPartition> present = presentPartitions(selected);
    List<RefusedRecord> candidates =
        selected.stream()
            .filter(RefusedRecord::isOpen)
            .filter(record -> present.contains(home(record)))
            .toList();
    Set<String> superseded = new NewerRecords(records()).of(candidates);
    Map<RefusedRecord, Outcome> plan = new LinkedHashMap<>();
    for (RefusedRecord record : selected) {
      plan.put(record, outcome(record, maxAttempts, present, superseded));
    }
    return plan;
  }

  /**
   * Sends again what may be sent again.
   *
   * @param maxAttempts a record whose attempt number has reached this is left as it is
   * @return what became of each selected record
   */
  public Map<RefusedRecord, Outcome> redrive(Selection selection, int maxAttempts) {
    return decide(() -> planRedrive(selection, maxAttempts));
  }

  /** What {@link #drop} would do now. */
  public Map<RefusedRecord, Outcome> planDrop(Selection selection) {
    Map<RefusedRecord, Outcome> plan = new LinkedHashMap<>();
    source
        .select(selection)
        .forEach(record -> plan.put(record, record.isOpen() ? Outcome.DROPPED : Outcome.DECIDED));
    return plan;
  }

  /**
   * Gives up records. Their dead letters stay where they are; they are listed as decided and never
   * sent again.
   */
  public Map<RefusedRecord, Outcome> drop(Selection selection) {
    return decide(() -> planDrop(selection));
  }

  private Map<RefusedRecord, Outcome> decide(Supplier<Map<RefusedRecord, Outcome>> planning) {
    try (OperatorWriter writer = new OperatorWriter(clientConfig, topics);
        Serializer<DeadLetterMark> marks =
            new AvroSerdes(clientConfig).valueSerializer(DeadLetterMark.class)) {
      // Only now: whoever decided before has written by now, and whoever has not is locked out.
      Map<RefusedRecord, Outcome> plan = planning.get();
      List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
      for (Map.Entry<RefusedRecord, Outcome> decision : plan.entrySet()) {
        if (decision.getValue().isChange()) {
          DeadLetter letter = decision.getKey().letter();
          if (decision.getValue() == Outcome.REDRIVEN) {
            batch.add(again(letter));
          }
          batch.add(mark(decision.getKey(), decision.getValue(), marks));
        }
        if (batch.size() >= BATCH) {
          writer.write(batch);
          batch.clear();
        }
      }
      if (!batch.isEmpty()) {
        writer.write(batch);
      }
      return plan;
    }
  }

  private Outcome outcome(
      RefusedRecord record, int maxAttempts, Set<TopicPartition> present, Set<String> superseded) {
    if (!record.isOpen()) {
      return Outcome.DECIDED;
    }
    if (!present.contains(home(record))) {
      return Outcome.HOMELESS;
    }
    if (superseded.contains(record.id())) {
      return Outcome.SUPERSEDED;
    }
    if (!DeadLetters.isWhole(record.letter())) {
      return Outcome.CUT;
    }
    return record.letter().getAttempt() >= maxAttempts ? Outcome.EXHAUSTED : Outcome.REDRIVEN;
  }

  private ProducerRecord<byte[], byte[]> again(DeadLetter letter) {
    Headers headers = new RecordHeaders();
    new TreeMap<>(letter.getHeaders())
        .forEach(
            (name, value) -> {
              if (!LineageHeaders.ALL.contains(name)) {
                headers.add(name, bytes(value));
              }
            });
    headers.add(
        LineageHeaders.ATTEMPT,
        Integer.toString(letter.getAttempt() + 1).getBytes(StandardCharsets.UTF_8));
    if (source.header() != null) {
      headers.remove(source.header());
      headers.add(source.header(), ADMITTED);
    }
    return new ProducerRecord<>(
        letter.getOriginTopic(),
        letter.getOriginPartition(),
        null,
        bytes(letter.getKey()),
        bytes(letter.getValue()),
        headers);
  }

  private ProducerRecord<byte[], byte[]> mark(
      RefusedRecord record, Outcome outcome, Serializer<DeadLetterMark> marks) {
    String topic = topics.deadLetterMarks().name();
    DeadLetterMark mark =
        new DeadLetterMark(
            outcome == Outcome.REDRIVEN ? DeadLetterDecision.REDRIVEN : DeadLetterDecision.DROPPED,
            record.letter().getReason(),
            record.letter().getAttempt(),
            clock.instant());
    return new ProducerRecord<>(
        topic, record.id().getBytes(StandardCharsets.UTF_8), marks.serialize(topic, mark));
  }

  private Set<TopicPartition> presentPartitions(List<RefusedRecord> records) {
    Set<String> wanted = new TreeSet<>();
    records.forEach(record -> wanted.add(record.letter().getOriginTopic()));
    Set<TopicPartition> present = new HashSet<>();
    try (Brokers brokers = new Brokers(clientConfig)) {
      wanted.retainAll(brokers.topics(""));
      Brokers.await(
              brokers.admin().describeTopics(wanted).allTopicNames(),
              "look for the topics of dead letters")
          .forEach(
              (name, topic) ->
                  topic
                      .partitions()
                      .forEach(info -> present.add(new TopicPartition(name, info.partition()))));
    }
    return present;
  }

  private static TopicPartition home(RefusedRecord record) {
    return new TopicPartition(
        record.letter().getOriginTopic(), record.letter().getOriginPartition());
  }

  private CommittedRecords records() {
    return new CommittedRecords(clientConfig, topics.prefix() + "-operations-newer-records");
  }

  private static byte[] bytes(ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
