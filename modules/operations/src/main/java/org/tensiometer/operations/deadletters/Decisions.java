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
import java.util.function.Function;
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
import org.tensiometer.operations.PageSize;
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

  private static final byte[] ADMITTED = "true".getBytes(StandardCharsets.UTF_8);

  private final Map<String, ?> clientConfig;
  private final Topics topics;
  private final InstantSource clock;
  private final RefusedSource source;
  private final PageSize size;

  /**
   * @param source where the letters are of what is decided about
   */
  public Decisions(
      Map<String, ?> clientConfig, Topics topics, InstantSource clock, RefusedSource source) {
    this(clientConfig, topics, clock, source, PageSize.DEFAULT);
  }

  Decisions(
      Map<String, ?> clientConfig,
      Topics topics,
      InstantSource clock,
      RefusedSource source,
      PageSize size) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
    this.clock = clock;
    this.source = source;
    this.size = size;
  }

  /** What {@link #redrive} would do now. */
  public Map<String, Outcome> planRedrive(List<RefusedCase> cases, int maxAttempts) {
    Set<TopicPartition> present = presentPartitions(cases);
    NewerRecords newer = newerRecords(cases, present);
    newer.readOn();
    return plan(cases, one -> redriveOutcome(one, maxAttempts, present, newer));
  }

  /**
   * Sends again what may be sent again, in transactions of bounded size. When it ends between two
   * of them, the marks say what is done, and another run does the rest.
   *
   * @param maxAttempts a record whose attempt number has reached this is left as it is
   * @return what became of each, by its id
   */
  public Map<String, Outcome> redrive(List<RefusedCase> cases, int maxAttempts) {
    try (OperatorWriter writer = new OperatorWriter(clientConfig, topics);
        Serializer<DeadLetterMark> marks = markSerializer()) {
      // Only now: whoever decided before has written by now, and whoever has not is locked out.
      Set<TopicPartition> present = presentPartitions(cases);
      NewerRecords newer = newerRecords(cases, present);
      newer.readOn();
      Map<String, Outcome> plan =
          plan(cases, one -> redriveOutcome(one, maxAttempts, present, newer));
      for (List<RefusedCase> page : size.split(changes(cases, plan), RefusedCase::bytes)) {
        List<DeadLetter> letters = source.letters(page);
        // A correction that came while others were sent again is not overtaken.
        newer.readOn();
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
          if (newer.isThereOf(page.get(i))) {
            plan.put(page.get(i).id(), Outcome.SUPERSEDED);
          } else {
            batch.add(again(letters.get(i)));
            batch.add(mark(page.get(i), Outcome.REDRIVEN, marks));
          }
        }
        writer.write(batch);
      }
      return plan;
    }
  }

  /** What {@link #drop} would do now. */
  public Map<String, Outcome> planDrop(List<RefusedCase> cases) {
    return plan(cases, one -> Outcome.DROPPED);
  }

  /**
   * Gives up records. Their dead letters stay where they are; they are listed as decided and never
   * sent again.
   *
   * @return what became of each, by its id
   */
  public Map<String, Outcome> drop(List<RefusedCase> cases) {
    try (OperatorWriter writer = new OperatorWriter(clientConfig, topics);
        Serializer<DeadLetterMark> marks = markSerializer()) {
      Map<String, Outcome> plan = planDrop(cases);
      for (List<RefusedCase> page : size.split(changes(cases, plan), one -> 0)) {
        writer.write(page.stream().map(one -> mark(one, Outcome.DROPPED, marks)).toList());
      }
      return plan;
    }
  }

  private Map<String, Outcome> plan(
      List<RefusedCase> cases, Function<RefusedCase, Outcome> outcomeOfOpen) {
    Set<String> decided = new Marks(clientConfig, topics).of(cases).keySet();
    Map<String, Outcome> plan = new LinkedHashMap<>();
    for (RefusedCase one : cases) {
      plan.put(one.id(), decided.contains(one.id()) ? Outcome.DECIDED : outcomeOfOpen.apply(one));
    }
    return plan;
  }

  private static List<RefusedCase> changes(List<RefusedCase> cases, Map<String, Outcome> plan) {
    return cases.stream().filter(one -> plan.get(one.id()).isChange()).toList();
  }

  private static Outcome redriveOutcome(
      RefusedCase refused, int maxAttempts, Set<TopicPartition> present, NewerRecords newer) {
    if (!present.contains(refused.origin())) {
      return Outcome.HOMELESS;
    }
    if (newer.isThereOf(refused)) {
      return Outcome.SUPERSEDED;
    }
    if (!refused.whole()) {
      return Outcome.CUT;
    }
    return refused.attempt() >= maxAttempts ? Outcome.EXHAUSTED : Outcome.REDRIVEN;
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
      RefusedCase refused, Outcome outcome, Serializer<DeadLetterMark> marks) {
    String topic = topics.deadLetterMarks().name();
    DeadLetterMark mark =
        new DeadLetterMark(
            outcome == Outcome.REDRIVEN ? DeadLetterDecision.REDRIVEN : DeadLetterDecision.DROPPED,
            refused.reason(),
            refused.attempt(),
            clock.instant());
    return new ProducerRecord<>(
        topic, refused.id().getBytes(StandardCharsets.UTF_8), marks.serialize(topic, mark));
  }

  private Serializer<DeadLetterMark> markSerializer() {
    return new AvroSerdes(clientConfig).valueSerializer(DeadLetterMark.class);
  }

  private Set<TopicPartition> presentPartitions(List<RefusedCase> cases) {
    Set<String> wanted = new TreeSet<>();
    cases.forEach(one -> wanted.add(one.origin().topic()));
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

  /** About those whose partitions are there. */
  private NewerRecords newerRecords(List<RefusedCase> cases, Set<TopicPartition> present) {
    return new NewerRecords(
        new CommittedRecords(clientConfig, topics.prefix() + "-operations-newer-records"),
        cases.stream().filter(one -> present.contains(one.origin())).toList());
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
