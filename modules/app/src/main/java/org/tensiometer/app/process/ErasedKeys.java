package org.tensiometer.app.process;

import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.tensiometer.app.Settings;
import org.tensiometer.contracts.Ids;
import org.tensiometer.wire.topics.ErasedArticles;
import org.tensiometer.wire.topics.TopicContents;

/** Which keys of records are those of erased articles, as far as they are erased now. */
final class ErasedKeys {

  private ErasedKeys() {}

  /** Among those of articles. */
  static Predicate<String> ofArticles(Settings settings) {
    return articles(settings)::contains;
  }

  /** Among those of claims; one that is no key of a claim is not. */
  static Predicate<String> ofClaims(Settings settings) {
    Set<String> erased = articles(settings);
    return key -> Ids.articleInKey(key).filter(erased::contains).isPresent();
  }

  private static Set<String> articles(Settings settings) {
    try (Consumer<String, byte[]> consumer =
        TopicContents.consumer(settings.clients(), settings.topics().applicationId() + "-erased")) {
      return Set.copyOf(ErasedArticles.read(consumer, settings.topics()));
    }
  }
}
