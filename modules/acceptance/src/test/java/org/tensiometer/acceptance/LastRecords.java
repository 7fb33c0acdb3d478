package org.tensiometer.acceptance;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.apache.avro.specific.SpecificRecord;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.Ports;
import org.tensiometer.testkit.TopicReader;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/**
 * What a data folder holds: the last committed record of every key.
 *
 * @param claims coded claims by claim id
 * @param indicators by pair and day
 * @param latest the sink's latest indicator by pair
 * @param alerts open alerts by id
 * @param live the sink's live alerts by id
 */
record LastRecords(
    SortedMap<String, CodedClaim> claims,
    SortedMap<String, TensionIndicator> indicators,
    SortedMap<String, TensionIndicator> latest,
    SortedMap<String, TensionAlert> alerts,
    SortedMap<String, TensionAlert> live) {

  /** Opens the folder, which no process may hold. */
  static LastRecords of(Path dataFolder) {
    try (EmbeddedStack stack = EmbeddedStack.start(dataFolder, Ports.FREE)) {
      Topics topics = Topics.withDefaults();
      return new LastRecords(
          read(stack, topics.codedClaims()),
          read(stack, topics.indicators()),
          read(stack, topics.indicatorsLatest()),
          read(stack, topics.alerts()),
          read(stack, topics.liveAlerts()));
    }
  }

  private static <V extends SpecificRecord> SortedMap<String, V> read(
      EmbeddedStack stack, TopicDescriptor<V> topic) {
    AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", stack.registryUrl()));
    return new TopicReader(stack.bootstrapServers())
        .lastRecords(topic.name(), serdes.value(topic).deserializer());
  }
}
