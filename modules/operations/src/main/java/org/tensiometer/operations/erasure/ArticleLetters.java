package org.tensiometer.operations.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.operations.CommittedRecords;
import org.tensiometer.operations.PageSize;
import org.tensiometer.operations.RecordPlace;
import org.tensiometer.wire.deadletters.DeadLetters;

/**
 * Takes the dead letters about an article out of their topic.
 *
 * <p>The topic is not compacted, since different refusals may have the same key, and only what
 * comes before an offset can be deleted. So those before the last one of the article are written
 * again behind the others, and all up to that one are deleted: page by page, each written before it
 * is deleted, from the beginning on. The last letter of the article goes last, so that whatever is
 * left when this is broken off is found again. A copy says which offset it was made of; one whose
 * original still stands is not made twice.
 */
final class ArticleLetters {

  private final CommittedRecords records;
  private final Deserializer<DeadLetter> values;
  private final String topic;
  private final ArticleKeys article;
  private final Map<TopicPartition, Long> firsts = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Set<RecordPlace> copied = new HashSet<>();
  private int count;

  /**
   * Those that stand in the topic now.
   *
   * @param values what reads the letters, closed by the caller
   */
  ArticleLetters(
      CommittedRecords records,
      Deserializer<DeadLetter> values,
      String topic,
      ArticleKeys article) {
    this.records = records;
    this.values = values;
    this.topic = topic;
    this.article = article;
    records.read(topic, this::look);
  }

  /** How many are about the article. */
  int count() {
    return count;
  }

  private void look(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = partition(record);
    firsts.putIfAbsent(partition, record.offset());
    if (isOfArticle(record)) {
      count++;
      ends.put(partition, record.offset() + 1);
    }
    long original = original(record);
    if (original >= firsts.get(partition)) {
      copied.add(new RecordPlace(partition, original, 0));
    }
  }

  /** Leaves no letter about the article, and every other one. */
  void remove(Changes changes, PageSize size) {
    if (ends.isEmpty()) {
      return;
    }
    Page page = new Page(changes, size);
    records.readBefore(ends, page::take);
    page.turn();
  }

  /** Letters in hand. */
  private final class Page {

    private final Changes changes;
    private final PageSize size;
    private final List<ProducerRecord<byte[], byte[]>> copies = new ArrayList<>();
    private final Map<TopicPartition, Long> passed = new HashMap<>();
    private long bytes;

    Page(Changes changes, PageSize size) {
      this.changes = changes;
      this.size = size;
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
      passed.put(partition(record), record.offset() + 1);
      if (isOfArticle(record)
          || copied.contains(new RecordPlace(partition(record), record.offset(), 0))) {
        return;
      }
      copies.add(copy(record));
      bytes += RecordPlace.of(record).bytes();
      if (size.isFull(copies.size(), bytes)) {
        turn();
      }
    }

    void turn() {
      if (!copies.isEmpty()) {
        changes.write(List.copyOf(copies));
      }
      if (!passed.isEmpty()) {
        changes.deleteBefore(Map.copyOf(passed));
      }
      copies.clear();
      passed.clear();
      bytes = 0;
    }
  }

  private boolean isOfArticle(ConsumerRecord<byte[], byte[]> record) {
    DeadLetter letter = values.deserialize(topic, record.value());
    return letter != null && article.id().equals(letter.getArticleId())
        || record.key() != null
            && (article.isKeyOfClaim(record.key()) || article.isKey(record.key()));
  }

  private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = new RecordHeaders(record.headers().toArray());
    headers.remove(DeadLetters.COPIED);
    headers.add(
        DeadLetters.COPIED, Long.toString(record.offset()).getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(
        record.topic(),
        record.partition(),
        record.timestamp(),
        record.key(),
        record.value(),
        headers);
  }

  /** The offset that a copy was made of; -1 if this is none, or one that does not say it. */
  private static long original(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(DeadLetters.COPIED);
    String offset =
        header == null || header.value() == null
            ? ""
            : new String(header.value(), StandardCharsets.UTF_8);
    return offset.matches("[0-9]{1,18}") ? Long.parseLong(offset) : -1;
  }

  private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
