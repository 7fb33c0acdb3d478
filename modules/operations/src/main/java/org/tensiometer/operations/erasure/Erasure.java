package org.tensiometer.operations.erasure;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.operations.OperatorWriter;
import org.tensiometer.operations.PageSize;
import org.tensiometer.operations.RecordPlace;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * Erases an article: a tombstone for it and for each of its claims, no dead letter about it, and a
 * mark by which no ingest takes it in again. Every topology that runs, now or in a replay, takes
 * back what it contributed, and the sinks follow.
 *
 * <p>Tombstones and mark are one transaction, the first; the dead letters go after it. Repeating an
 * erasure that was interrupted, wherever that was, completes it.
 */
public final class Erasure {

  private final Map<String, ?> clientConfig;
  private final Topics topics;
  private final CommittedRecords records;
  private final ErasureMarks marks;
  private final InstantSource clock;
  private final PageSize size;

  public Erasure(Map<String, ?> clientConfig, Topics topics, InstantSource clock) {
    this(clientConfig, topics, clock, PageSize.DEFAULT);
  }

  Erasure(Map<String, ?> clientConfig, Topics topics, InstantSource clock, PageSize size) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
    records = new CommittedRecords(clientConfig, topics.prefix() + "-operations-erasure");
    marks = new ErasureMarks(clientConfig, topics);
    this.clock = clock;
    this.size = size;
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
    ArticleKeys article = new ArticleKeys(articleId);
    try (Deserializer<DeadLetter> values = letterDeserializer()) {
      return plan(article, letters(article, values));
    }
  }

  /**
   * Erases the article, if anything is there of it.
   *
   * @return what was touched
   */
  public ErasurePlan erase(String articleId) {
    try (Changes.OfOperator changes = new Changes.OfOperator(clientConfig, topics)) {
      return erase(articleId, changes);
    }
  }

  ErasurePlan erase(String articleId, Changes changes) {
    ArticleKeys article = new ArticleKeys(articleId);
    try (Deserializer<DeadLetter> values = letterDeserializer()) {
      ArticleLetters letters = letters(article, values);
      ErasurePlan plan = plan(article, letters);
      if (!plan.isEmpty()) {
        List<ProducerRecord<byte[], byte[]>> first = new ArrayList<>(plan.tombstones());
        first.add(marks.mark(articleId, clock.instant()));
        changes.write(first);
        letters.remove(changes, size);
      }
      return plan;
    }
  }

  private ErasurePlan plan(ArticleKeys article, ArticleLetters letters) {
    List<ProducerRecord<byte[], byte[]>> tombstones = new ArrayList<>();
    tombstones.addAll(tombstones(topics.articles().name(), article::isKey));
    claims().forEach(claims -> tombstones.addAll(tombstones(claims, article::isKeyOfClaim)));
    return new ErasurePlan(List.copyOf(tombstones), letters.count(), mentions(article));
  }

  private ArticleLetters letters(ArticleKeys article, Deserializer<DeadLetter> values) {
    return new ArticleLetters(records, values, topics.deadLetters().name(), article);
  }

  private Deserializer<DeadLetter> letterDeserializer() {
    return new AvroSerdes(clientConfig).valueDeserializer(DeadLetter.class);
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

  /** In what the topologies and the sinks wrote. */
  private SortedMap<String, Integer> mentions(ArticleKeys article) {
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
              Object key =
                  record.key() == null ? RecordPlace.of(record) : ByteBuffer.wrap(record.key());
              if (article.isMentionedIn(record.value())) {
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

  /** For each of these keys whose last record is none, in the partition where that stands. */
  private Collection<ProducerRecord<byte[], byte[]>> tombstones(
      String topic, Predicate<byte[]> isOfArticle) {
    Map<ByteBuffer, ProducerRecord<byte[], byte[]>> tombstones = new LinkedHashMap<>();
    records.read(
        topic,
        record -> {
          if (record.key() == null || !isOfArticle.test(record.key())) {
            return;
          }
          ByteBuffer key = ByteBuffer.wrap(record.key());
          if (record.value() == null) {
            tombstones.remove(key);
          } else {
            tombstones.put(
                key, new ProducerRecord<>(topic, record.partition(), record.key(), null));
          }
        });
    return tombstones.values();
  }
}
