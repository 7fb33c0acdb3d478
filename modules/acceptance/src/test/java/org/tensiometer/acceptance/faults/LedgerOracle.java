package org.tensiometer.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.Tick;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.topology.StreamsSettings;
import org.tensiometer.topology.TensionTopology;
import org.tensiometer.topology.article.ArticleStage;
import org.tensiometer.topology.pair.PairStage;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.topology.time.TimeRules;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * What a ledger told once, in order, in one thread and without a broker leads to.
 *
 * @param indicators last record by pair and day
 * @param alerts last record by alert id
 */
record LedgerOracle(
    SortedMap<String, TensionIndicator> indicators, SortedMap<String, TensionAlert> alerts) {

  private static final Topics TOPICS = Installation.TOPICS;

  static LedgerOracle of(Stream<ClaimEvent> sent, List<Tick> ticks) {
    Path state = folder();
    Map<String, Object> settings = new HashMap<>();
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put("schema.registry.url", "mock://" + UUID.randomUUID());
    Map<String, Object> all = StreamsSettings.of(settings, TOPICS);
    AvroSerdes serdes = new AvroSerdes(all);
    Properties properties = new Properties();
    properties.putAll(all);
    // Without a broker there are no transactions.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    TimeRules times = TimeRules.withDefaults();
    PairStageSettings pairs = PairStageSettings.defaults().withoutPauses();
    TensionTopology topology =
        new TensionTopology(
            TOPICS,
            serdes,
            times,
            new ArticleStage(LexiconClaimCoder.withDefaults(), TOPICS.generation(), times, serdes),
            new PairStage(TensionConfig.defaults(), TOPICS.generation(), serdes::value, pairs));
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            topology.build(new TopologyConfig(new StreamsConfig(all))), properties)) {
      TestInputTopic<String, ClaimEvent> claims = input(driver, TOPICS.claims(), serdes);
      sent.forEach(claim -> claims.pipeInput(Ids.claimKey(claim), claim));
      TestInputTopic<String, Tick> clock = input(driver, TOPICS.ticks(), serdes);
      ticks.forEach(clock::pipeInput);
      driver.advanceWallClockTime(PairStageSettings.defaults().flushEvery().plusMillis(1));
      return new LedgerOracle(
          last(driver, TOPICS.indicators(), serdes), last(driver, TOPICS.alerts(), serdes));
    } finally {
      delete(state);
    }
  }

  private static <V extends SpecificRecord> TestInputTopic<String, V> input(
      TopologyTestDriver driver, TopicDescriptor<V> topic, AvroSerdes serdes) {
    return driver.createInputTopic(
        topic.name(), new StringSerializer(), serdes.valueSerializer(topic.valueType()));
  }

  private static <V extends SpecificRecord> SortedMap<String, V> last(
      TopologyTestDriver driver, TopicDescriptor<V> topic, AvroSerdes serdes) {
    SortedMap<String, V> last = new TreeMap<>();
    driver
        .createOutputTopic(
            topic.name(), new StringDeserializer(), serdes.valueDeserializer(topic.valueType()))
        .readKeyValuesToMap()
        .forEach(
            (key, value) -> {
              if (value != null) {
                last.put(key, value);
              }
            });
    return last;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("oracle");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      Utils.delete(folder.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
