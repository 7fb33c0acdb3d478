package org.tensiometer.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.wire.headers.TraceContext;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * Publishes an article with all its claims in one transaction: a reader of committed records sees
 * the whole revision or nothing of it. Claims go to the partition of their article.
 */
final class ArticlePublisher {

  private final TransactionalWriter writer;
  private final TopicDescriptor<Article> articles;
  private final TopicDescriptor<ClaimEvent> claims;
  private final Serializer<Article> articleSerializer;
  private final Serializer<ClaimEvent> claimSerializer;

  ArticlePublisher(
      TransactionalWriter writer,
      TopicDescriptor<Article> articles,
      TopicDescriptor<ClaimEvent> claims,
      AvroSerdes serdes) {
    this.writer = writer;
    this.articles = articles;
    this.claims = claims;
    this.articleSerializer = serdes.valueSerializer(Article.class);
    this.claimSerializer = serdes.valueSerializer(ClaimEvent.class);
  }

  /**
   * Publishes a revision.
   *
   * <p>All its records begin one trace, that of the revision.
   *
   * @param headers of the article record, see {@link ArticleHeaders}
   * @throws org.apache.kafka.common.errors.RecordTooLargeException if the brokers take no record of
   *     that size; nothing is published then
   */
  void publish(Article article, List<ClaimEvent> events, Headers headers) {
    TraceContext trace =
        TraceContext.begin(article.getArticleId(), article.getRevision().getContentHash());
    trace.stamp(headers);
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(events.size() + 1);
    int partition = KeyPartition.of(article.getArticleId(), articles.partitions());
    records.add(
        new ProducerRecord<>(
            articles.name(),
            partition,
            null,
            article.getArticleId(),
            RegistryPatience.wait(() -> articleSerializer.serialize(articles.name(), article)),
            headers));
    for (ClaimEvent event : events) {
      ProducerRecord<String, byte[]> claim =
          new ProducerRecord<>(
              claims.name(),
              KeyPartition.of(article.getArticleId(), claims.partitions()),
              null,
              Ids.claimKey(event),
              RegistryPatience.wait(() -> claimSerializer.serialize(claims.name(), event)));
      trace.stamp(claim.headers());
      records.add(claim);
    }
    writer.write(records);
  }
}
