package org.tensiometer.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.contracts.Article;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.Revisions;
import org.tensiometer.ingest.source.ArticleInput;
import org.tensiometer.wire.topics.TopicContents;

/**
 * The articles already published, each with its revisions, so that the same article again changes
 * nothing and a changed one becomes a new revision. Rebuilt from the compacted topic of articles at
 * every start.
 */
final class ArticleIndex {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleIndex.class);

  private final Map<String, RevisionHistory> histories = new HashMap<>();
  private final Map<String, LocalDate> firstDays = new HashMap<>();

  /**
   * Reads the topic of articles to its end.
   *
   * @param consumer without a group, isolation read_committed
   */
  static ArticleIndex load(Consumer<String, byte[]> consumer, String topic) {
    ArticleIndex index = new ArticleIndex();
    TopicContents.read(consumer, topic, index::take);
    return index;
  }

  private void take(ConsumerRecord<String, byte[]> article) {
    if (article.value() == null) {
      histories.remove(article.key());
      firstDays.remove(article.key());
      return;
    }
    try {
      histories.put(article.key(), ArticleHeaders.history(article.headers()));
      firstDays.put(article.key(), ArticleHeaders.firstDay(article.headers()));
    } catch (RuntimeException e) {
      // Another producer's article: it is taken as unknown and published again with headers.
      LOG.warn(
          "Article {} at {}-{} offset {} tells no revision: {}",
          article.key(),
          article.topic(),
          article.partition(),
          article.offset(),
          e.getMessage());
    }
  }

  /**
   * The article to publish for this input, which from now on is its newest revision; empty if its
   * words are those of the newest revision, or of an earlier one without the source saying that it
   * returned to them.
   */
  Optional<Article> revise(ArticleInput input, Instant receivedAt) {
    Optional<Article> revised = decide(input, receivedAt);
    revised.ifPresent(
        article ->
            histories.merge(
                article.getArticleId(),
                RevisionHistory.of(article.getRevision()),
                (before, next) -> before.then(next.newest())));
    return revised;
  }

  private Optional<Article> decide(ArticleInput input, Instant receivedAt) {
    RevisionHistory before = histories.get(Articles.Identity.of(input).id());
    if (before == null) {
      return Optional.of(Articles.first(input, receivedAt));
    }
    String hash = Ids.content(input.title(), input.body());
    if (hash.equals(before.newest().getContentHash())) {
      return Optional.empty();
    }
    if (input.updated() != null) {
      return Revisions.isNewer(new Revision(input.updated(), hash), before.newest())
          ? Optional.of(Articles.first(input, receivedAt))
          : Optional.empty();
    }
    if (before.earlier().contains(hash)) {
      return Optional.empty();
    }
    Instant next = before.newest().getUpdatedAt().plusMillis(1);
    Instant own = Articles.ownTime(input);
    return Optional.of(Articles.at(input, receivedAt, own.isAfter(next) ? own : next));
  }

  /** The revisions of an article that {@link #revise} has seen or the topic holds. */
  RevisionHistory history(String articleId) {
    return histories.get(articleId);
  }

  /** The first day of an article that was published; empty if there is none. */
  Optional<LocalDate> firstDay(String articleId) {
    return Optional.ofNullable(firstDays.get(articleId));
  }

  /** Takes note of a day of an article and returns its first one, over all revisions. */
  LocalDate sawDay(String articleId, LocalDate day) {
    return firstDays.merge(articleId, day, (one, other) -> one.isBefore(other) ? one : other);
  }
}
