package org.tensiometer.topology.article;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tensiometer.contracts.ArticleRevisions;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.wire.serde.AvroSerdes;

/** Names and builders of the state stores of the article stage. */
public final class ArticleStores {

  /** Which revisions were met; key: article id. */
  public static final String REVISIONS = "article-revisions";

  /** What each claim of the newest revision was coded as; key: article id # claim index. */
  public static final String CONTRIBUTIONS = "article-contributions";

  private ArticleStores() {}

  static Set<StoreBuilder<?>> builders(AvroSerdes serdes) {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(REVISIONS),
                Serdes.String(),
                serdes.value(ArticleRevisions.class))
            .withCachingEnabled(),
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(CONTRIBUTIONS),
                Serdes.String(),
                serdes.value(CodedClaim.class))
            .withCachingEnabled());
  }
}
