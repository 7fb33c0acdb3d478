package org.tensiometer.wire.topics;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;

/** The articles that an operator has erased, and not allowed to be taken in again. */
public final class ErasedArticles {

  private ErasedArticles() {}

  /**
   * Their ids.
   *
   * @param consumer read_committed, without subscription
   */
  public static Set<String> read(Consumer<String, byte[]> consumer, Topics topics) {
    Set<String> erased = new HashSet<>();
    TopicContents.read(
        consumer,
        topics.erased().name(),
        mark -> {
          if (mark.value() == null) {
            erased.remove(mark.key());
          } else {
            erased.add(mark.key());
          }
        });
    return erased;
  }
}
