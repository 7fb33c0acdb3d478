package org.tensiometer.ingest.analysis;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.wire.topics.KeyPartition;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * Which claims of an article stand in a topic. Asked only for an article that was erased, it reads
 * the whole partition.
 */
final class ClaimKeys {

  private final Map<String, ?> config;
  private final String clientId;
  private final TopicDescriptor<ClaimEvent> claims;

  ClaimKeys(Map<String, ?> config, String clientId, TopicDescriptor<ClaimEvent> claims) {
    this.config = Map.copyOf(config);
    this.clientId = clientId + "-erased";
    this.claims = claims;
  }

  /** Keys of the committed claims of this article. */
  Set<String> of(String articleId) {
    Set<String> keys = new TreeSet<>();
    TopicPartition partition =
        new TopicPartition(claims.name(), KeyPartition.of(articleId, claims.partitions()));
    try (Consumer<String, byte[]> consumer = TopicContents.consumer(config, clientId)) {
      TopicContents.readFrom(
          consumer,
          Map.of(partition, 0L),
          record -> {
            if (isOf(articleId, record.key())) {
              if (record.value() == null) {
                keys.remove(record.key());
              } else {
                keys.add(record.key());
              }
            }
          });
    }
    return keys;
  }

  private static boolean isOf(String articleId, String key) {
    return Ids.articleInKey(key).filter(articleId::equals).isPresent();
  }
}
