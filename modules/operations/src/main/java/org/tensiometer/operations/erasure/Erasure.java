package org.tensiometer.operations.erasure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.Ids;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.operations.OperatorWriter;
import org.tensiometer.wire.deadletters.DeadLetters;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * Erases an article: a tombstone for it and for each of its claims, no dead letter about it, and a
 * mark by which no ingest takes it in again. Every topology that runs, now or in a replay, takes
 * back what it contributed, and the sinks follow. Repeating an erasure that was interrupted
 * completes it.
 *
 * <p>The topic of dead letters is not compacted, since different refusals may have the same key,
 * and only what comes before an offset can be deleted. So those before the last one of the article
 * are written again behind the others, in the transaction of the tombstones and with a header that
 * says so, and all up to that one are deleted. A letter that stands twice for a moment is still one
 * case.
 */
public final class Erasure {

  private final Map<String, ?> clientConfig;
  private final Topics topics;
  private final CommittedRecords records;
  private final ErasureMarks marks;
  private final InstantSource clock;

  /** A dead letter as it stands. */
  private record Letter(ConsumerRecord<byte[], byte[]> record, boolean ofArticle) {}

  public Erasure(Map<String, ?> clientConfig, Topics topics, InstantSource clock) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
    records = new CommittedRecords(clientConfig, topics.prefix() + "-operations-erasure");
    marks = new ErasureMarks(clientConfig, topics);
    this.clock = clock;
  }

  /** When the article was erased last; empty if it was not, or is allowed again. */
  public Optional<Instant> erasedAt(String articleId) {
    return marks.erasedAt(articleId);
  }

  /** Lets the next ingest take in an article that was erased. */
  public void allowAgain(String articleId) {
    try (OperatorWriter writer = new OperatorWriter(clientConfig, topics)) {
      writer.write(List.of(marks.lift(articleId)));
    }
  }

  /** What the erasure would touch now. */
  public ErasurePlan plan(String articleId) {
    List<Letter> letters = new ArrayList<>();
    readLetters(articleId, letters);
    return plan(articleId, letters);
  }

  /**
   * Erases the article, if anything is there of it.
   *
   * @return what was touched
   */
  public ErasurePlan erase(String articleId) {
    try (OperatorWriter writer = new OperatorWriter(clientConfig, topics)) {
      List<Letter> letters = new ArrayList<>();
      readLetters(articleId, letters);
      ErasurePlan plan = plan(articleId, letters);
      List<ProducerRecord<byte[], byte[]>> changes = new ArrayList<>(plan.tombstones());
      Map<TopicPartition, Long> ends = endsOfArticle(letters);
      letters.stream()
          .filter(letter -> !letter.ofArticle() && isBefore(ends, letter.record()))
          .map(letter -> copy(letter.record()))
          .forEach(changes::add);
      if (!plan.isEmpty()) {
        changes.add(marks.mark(articleId, clock.instant()));
        writer.write(changes);
      }
      if (!ends.isEmpty()) {
        deleteBefore(ends);
      }
      return plan;
    }
  }

  private ErasurePlan plan(String articleId, List<Letter> letters) {
    List<ProducerRecord<byte[], byte[]>> tombstones = new ArrayList<>();
    lastOf(topics.articles().name())
        .forEach(
            (key, record) -> {
              if (text(record.key()).equals(articleId)) {
                tombstones.add(tombstone(record));
              }
            });
    for (String claims : claims()) {
      lastOf(claims)
          .forEach(
              (key, record) -> {
                if (isClaimOf(articleId, record.key())) {
                  tombstones.add(tombstone(record));
                }
              });
    }
    return new ErasurePlan(
        List.copyOf(tombstones),
        (int) letters.stream().filter(Letter::ofArticle).count(),
        mentions(articleId));
  }

  /** Those of the ingest, and of generations with claims of their own, live or not. */
  private List<String> claims() {
    List<String> claims = new ArrayList<>(List.of(topics.claims().name()));
    try (Brokers brokers = new Brokers(clientConfig)) {
      brokers.topics(topics.prefix() + '.').stream()
          .filter(topics::isOwnClaims)
          .forEach(claims::add);
    }
    return claims;
  }

  private void readLetters(String articleId, List<Letter> to) {
    try (Deserializer<DeadLetter> values =
        new AvroSerdes(clientConfig).valueDeserializer(DeadLetter.class)) {
      records.read(
          topics.deadLetters().name(),
          record -> {
            DeadLetter letter = values.deserialize(record.topic(), record.value());
            byte[] key = record.key();
            boolean ofArticle =
                letter != null && articleId.equals(letter.getArticleId())
                    || key != null && (isClaimOf(articleId, key) || text(key).equals(articleId));
            to.add(new Letter(record, ofArticle));
          });
    }
  }

  /** The offset behind the last letter of the article, where there is one. */
  private static Map<TopicPartition, Long> endsOfArticle(List<Letter> letters) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    letters.stream()
        .filter(Letter::ofArticle)
        .forEach(
            letter ->
                ends.merge(partition(letter.record()), letter.record().offset() + 1, Math::max));
    return ends;
  }

  private static boolean isBefore(
      Map<TopicPartition, Long> ends, ConsumerRecord<byte[], byte[]> record) {
    return record.offset() < ends.getOrDefault(partition(record), 0L);
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  /** In what the topologies and the sinks wrote. */
  private SortedMap<String, Integer> mentions(String articleId) {
    Set<String> inputs = new HashSet<>();
    topics.shared().forEach(topic -> inputs.add(topic.name()));
    inputs.addAll(claims());
    SortedMap<String, Integer> mentions = new TreeMap<>();
    try (Brokers brokers = new Brokers(clientConfig)) {
      for (String topic : brokers.topics(topics.prefix() + '.')) {
        if (inputs.contains(topic)) {
          continue;
        }
        Set<Object> keys = new HashSet<>();
        records.read(
            topic,
            record -> {
              // Nothing takes the place of a record without a key, in a topic that is not ours.
              Object key = record.key() == null ? record : ByteBuffer.wrap(record.key());
              if (mentions(record.value(), articleId)) {
                keys.add(key);
              } else {
                keys.remove(key);
              }
            });
        if (!keys.isEmpty()) {
          mentions.put(topic, keys.size());
        }
      }
    }
    return mentions;
  }

  private Map<ByteBuffer, ConsumerRecord<byte[], byte[]>> lastOf(String topic) {
    Map<ByteBuffer, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
    records.read(
        topic,
        record -> {
          if (record.key() == null) {
            return;
          }
          ByteBuffer key = ByteBuffer.wrap(record.key());
          if (record.value() == null) {
            last.remove(key);
          } else {
            // Only its place is needed.
            last.put(
                key,
                new ConsumerRecord<>(
                    record.topic(), record.partition(), record.offset(), record.key(), null));
          }
        });
    return last;
  }

  private void deleteBefore(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
    ends.forEach((partition, end) -> before.put(partition, RecordsToDelete.beforeOffset(end)));
    try (Brokers brokers = new Brokers(clientConfig)) {
      Brokers.await(
          brokers.admin().deleteRecords(before).all(), "delete dead letters of the article");
    }
  }

  private static ProducerRecord<byte[], byte[]> tombstone(ConsumerRecord<byte[], byte[]> record) {
    return new ProducerRecord<>(record.topic(), record.partition(), record.key(), null);
  }

  private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    headers.remove(DeadLetters.COPIED);
    headers.add(DeadLetters.COPIED, "true".getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(
        record.topic(),
        record.partition(),
        record.timestamp(),
        record.key(),
        record.value(),
        headers);
  }

  private static boolean isClaimOf(String articleId, byte[] key) {
    String text = text(key);
    return text.lastIndexOf('#') > 0 && Ids.articleOfClaimKey(text).equals(articleId);
  }

  /**
   * Whether the id stands in the value as Avro writes a text: its length, twice, then its bytes.
   */
  private static boolean mentions(byte[] value, String articleId) {
    if (value == null) {
      return false;
    }
    byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int length = 2 * id.length; ; length >>>= 7) {
      if (length < 0x80) {
        text.write(length);
        break;
      }
      text.write(length & 0x7F | 0x80);
    }
    text.writeBytes(id);
    return latin1(value).contains(latin1(text.toByteArray()));
  }

  /** A character for each byte, so that a value need not be understood to be searched. */
  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
