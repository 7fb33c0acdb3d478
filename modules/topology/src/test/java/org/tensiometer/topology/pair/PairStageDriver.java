package org.tensiometer.topology.pair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tensiometer.contracts.ClockSource;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.Tick;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.wire.serde.AvroSerdes;

/** The pair stage alone, with everything it said. */
final class PairStageDriver implements AutoCloseable {

  private static final PairStageSettings SETTINGS = PairStageSettings.defaults().withoutPauses();

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, PairClaim> claims;
  private final TestInputTopic<String, Tick> ticks;
  private final List<PairOutput> outputs = new ArrayList<>();

  PairStageDriver() {
    this(SETTINGS);
  }

  PairStageDriver(PairStageSettings settings) {
    AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://pair-stage"));
    Serde<PairClaim> claimSerde = serdes.value(PairClaim.class);
    Serde<Tick> tickSerde = serdes.value(Tick.class);
    ProcessorSupplier<String, PairOutput, Void, Void> collector = Collector::new;
    PairStage stage = new PairStage(TensionConfig.defaults(), "g1", serdes::value, settings);
    Topology topology =
        new Topology()
            .addSource(
                "claims", Serdes.String().deserializer(), claimSerde.deserializer(), "claims")
            .addSource("ticks", Serdes.String().deserializer(), tickSerde.deserializer(), "ticks")
            .addProcessor("pair-stage", stage, "claims", "ticks")
            .addProcessor("collector", collector, "pair-stage");
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "pair-stage-test");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, newFolder().toString());
    this.driver = new TopologyTestDriver(topology, properties);
    this.claims =
        driver.createInputTopic("claims", Serdes.String().serializer(), claimSerde.serializer());
    this.ticks =
        driver.createInputTopic("ticks", Serdes.String().serializer(), tickSerde.serializer());
  }

  // What a run that was killed has left must not be the state of this one.
  private static Path newFolder() {
    try {
      return Files.createTempDirectory("pair-stage-state");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Collector implements Processor<String, PairOutput, Void, Void> {

    @Override
    public void init(ProcessorContext<Void, Void> context) {}

    @Override
    public void process(Record<String, PairOutput> record) {
      outputs.add(record.value());
    }
  }

  PairStageDriver take(Claims... some) {
    for (Claims claim : some) {
      claims.pipeInput(claim.pair(), claim.build());
    }
    return this;
  }

  PairStageDriver tick(String time, LocalDate feedStart) {
    ticks.pipeInput(new Tick(Instant.parse(time), ClockSource.DATA, feedStart));
    return this;
  }

  PairStageDriver flush() {
    do {
      driver.advanceWallClockTime(SETTINGS.flushEvery().plus(Duration.ofMillis(1)));
    } while (hasMore());
    return this;
  }

  // Publishing goes on next time when it takes long.
  private boolean hasMore() {
    KeyValueStore<String, Object> clock = driver.getKeyValueStore(PairStores.CLOCK);
    return !keys(PairStores.DIRTY).isEmpty()
        || !Objects.equals(clock.get(TickClock.RECEIVED), clock.get(TickClock.APPLIED));
  }

  List<PairOutput> outputs() {
    return outputs;
  }

  /** Everything said since the last call. */
  List<PairOutput> news() {
    List<PairOutput> news = List.copyOf(outputs);
    outputs.clear();
    return news;
  }

  /** Last record of each key as text, revision aside; a tombstone is none. */
  Map<String, String> last() {
    Map<String, String> last = new TreeMap<>();
    lastRecords().forEach((key, record) -> last.put(key, record.toString()));
    return last;
  }

  private Map<String, SpecificRecord> lastRecords() {
    Map<String, SpecificRecord> last = new TreeMap<>();
    for (PairOutput output : outputs) {
      SpecificRecord answer = answer(output);
      if (answer == null) {
        last.remove(output.key());
      } else {
        last.put(output.key(), answer);
      }
    }
    return last;
  }

  private static SpecificRecord answer(PairOutput output) {
    if (output instanceof PairOutput.Indicator indicator) {
      return indicator.value() == null
          ? null
          : TensionIndicator.newBuilder(indicator.value()).setRevision(0).build();
    }
    TensionAlert alert = ((PairOutput.Alert) output).value();
    return alert == null ? null : TensionAlert.newBuilder(alert).setRevision(0).build();
  }

  TensionIndicator indicator(String key) {
    return (TensionIndicator) lastRecords().get(key);
  }

  /** Keys of a store. */
  List<String> keys(String store) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, Object> all =
        driver.<String, Object>getKeyValueStore(store).all()) {
      all.forEachRemaining(entry -> keys.add(entry.key));
    }
    return keys;
  }

  @Override
  public void close() {
    driver.close();
  }
}
