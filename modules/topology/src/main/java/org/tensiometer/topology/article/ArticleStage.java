package org.tensiometer.topology.article;

import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.topology.time.TimeRules;
import org.tensiometer.wire.serde.AvroSerdes;

/**
 * From the claims of articles to coded claims and to what they contribute to country pairs. Reads
 * {@link ClaimEvent} by claim key, all claims of an article from one partition; brings its own
 * state stores.
 */
public final class ArticleStage
    implements ProcessorSupplier<String, ClaimEvent, String, ArticleOutput> {

  private final ClaimCoder coder;
  private final String generation;
  private final TimeRules rules;
  private final AvroSerdes serdes;

  /**
   * @param coder used by all threads at once
   * @param generation generation of the topology, which every coded claim names
   */
  public ArticleStage(ClaimCoder coder, String generation, TimeRules rules, AvroSerdes serdes) {
    this.coder = coder;
    this.generation = generation;
    this.rules = rules;
    this.serdes = serdes;
  }

  @Override
  public Processor<String, ClaimEvent, String, ArticleOutput> get() {
    return new ArticleProcessor(new ClaimAppraisal(coder, generation, new TimeGate(rules)));
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return ArticleStores.builders(serdes);
  }
}
