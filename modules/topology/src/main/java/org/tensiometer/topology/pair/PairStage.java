package org.tensiometer.topology.pair;

import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tensiometer.tension.config.TensionConfig;

/**
 * From the claims of country pairs and the ticks to indicators and alerts.
 *
 * <p>Reads {@link org.tensiometer.contracts.PairClaim} (key: pair) and {@link
 * org.tensiometer.contracts.Tick} (any key) on one node; brings its own state stores. The last
 * record of every key it forwards follows from the set of claims and the set of ticks alone, never
 * from their order.
 */
public final class PairStage
    implements ProcessorSupplier<String, SpecificRecord, String, PairOutput> {

  private final TensionConfig config;
  private final String generation;
  private final ValueSerdes serdes;
  private final PairStageSettings settings;

  /**
   * @param generation generation of the topology, which every record names
   * @param serdes serdes of the state, for instance {@code avroSerdes::value}
   */
  public PairStage(
      TensionConfig config, String generation, ValueSerdes serdes, PairStageSettings settings) {
    this.config = config;
    this.generation = generation;
    this.serdes = serdes;
    this.settings = settings;
  }

  @Override
  public Processor<String, SpecificRecord, String, PairOutput> get() {
    return new PairProcessor(config, generation, settings);
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return PairStores.builders(serdes);
  }
}
