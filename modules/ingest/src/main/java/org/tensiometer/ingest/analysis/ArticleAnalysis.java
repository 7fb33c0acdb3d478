package org.tensiometer.ingest.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.wire.ForwarderSettings;
import org.tensiometer.wire.RecordMapper;
import org.tensiometer.wire.TransactionalForwarder;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * Analyses each revision in the topic of articles and writes its claims to those of a generation,
 * with the keys that an ingest gives them. An article that was erased leaves no claims; one that
 * cannot be analysed becomes a dead letter.
 */
public final class ArticleAnalysis implements RecordMapper<Article> {

  private final ClaimSplitter splitter;
  private final TopicDescriptor<ClaimEvent> claims;
  private final Function<String, Set<String>> committedKeys;

  /** Keys of the claims of each article that the next transaction writes. */
  private final Map<String, Set<String>> pending = new HashMap<>();

  /** And the last one: readers of what is committed may see it only when another has begun. */
  private final Map<String, Set<String>> written = new HashMap<>();

  /**
   * @param claims topic that takes the claims
   * @param committedKeys keys of an article's claims that stand there for good
   */
  ArticleAnalysis(
      ClaimSplitter splitter,
      TopicDescriptor<ClaimEvent> claims,
      Function<String, Set<String>> committedKeys) {
    this.splitter = splitter;
    this.claims = claims;
    this.committedKeys = committedKeys;
  }

  /**
   * The analysis of a generation with claims of its own, ready to run; several share its work.
   *
   * @param instance tells those that share the work apart, the same after a restart
   * @param maxBatch most articles of one transaction
   * @param config Kafka's and the registry's settings by their own names
   * @param ofConsumer settings that the consumer of articles has besides
   */
  public static TransactionalForwarder<Article> create(
      Topics topics,
      ClaimSplitter splitter,
      String instance,
      int maxBatch,
      Map<String, ?> config,
      Map<String, ?> ofConsumer) {
    Map<String, Object> clients = new HashMap<>(config);
    clients.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    ForwarderSettings<Article> settings =
        new ForwarderSettings<>(
            topics.analysisGroup(),
            instance,
            topics.articles(),
            topics.deadLetters(),
            topics.generation(),
            maxBatch,
            clients);
    return new TransactionalForwarder<>(
        settings,
        new ArticleAnalysis(
            splitter,
            topics.ownClaims(),
            new ClaimKeys(config, settings.transactionalId(), topics.ownClaims())::of),
        ofConsumer);
  }

  @Override
  public List<ProducerRecord<String, Object>> map(ConsumerRecord<String, Article> record) {
    Article article = record.value();
    if (article == null) {
      return record.key() == null ? List.of() : tombstones(record.key());
    }
    List<ProducerRecord<String, Object>> records = new ArrayList<>();
    for (ClaimEvent event : splitter.split(article)) {
      String key = Ids.claimKey(article.getArticleId(), event.getClaimIndex());
      pending.computeIfAbsent(article.getArticleId(), id -> new TreeSet<>()).add(key);
      records.add(claim(article.getArticleId(), key, event));
    }
    return records;
  }

  /** An erasure removes the claims that it finds, this those that were written meanwhile. */
  private List<ProducerRecord<String, Object>> tombstones(String articleId) {
    Set<String> keys = new TreeSet<>(committedKeys.apply(articleId));
    keys.addAll(written.getOrDefault(articleId, Set.of()));
    keys.addAll(pending.getOrDefault(articleId, Set.of()));
    pending.remove(articleId);
    return keys.stream().map(key -> claim(articleId, key, null)).toList();
  }

  private ProducerRecord<String, Object> claim(String articleId, String key, ClaimEvent event) {
    return new ProducerRecord<>(
        claims.name(), KeyPartition.of(articleId, claims.partitions()), null, key, event);
  }

  @Override
  public void assigned(Collection<TopicPartition> partitions) {
    // A batch of unknown outcome is decided before the next one, and then seen by readers.
    pending.clear();
    written.clear();
  }

  @Override
  public void committed() {
    written.clear();
    written.putAll(pending);
    pending.clear();
  }

  @Override
  public void aborted() {
    pending.clear();
  }
}
