package org.tensiometer.app.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.tensiometer.app.Settings;
import org.tensiometer.app.report.RunOutcome;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.TensionAlert;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;

/** The last record of each key of the topics of results, as they stand now. */
public final class Results {

  private final Settings settings;
  private final AvroSerdes serdes;

  public Results(Settings settings) {
    this.settings = settings;
    this.serdes = new AvroSerdes(settings.clients());
  }

  /** Everything that is known of these articles, and of all pairs. */
  public RunOutcome of(Set<String> articleIds) {
    return new RunOutcome(claims(articleIds), deadLettered(articleIds), latest(), alerts());
  }

  /** Coded claims of these articles. */
  private Collection<CodedClaim> claims(Set<String> articleIds) {
    Map<String, CodedClaim> claims = last(settings.topics().codedClaims());
    claims.values().removeIf(claim -> !articleIds.contains(claim.getArticleId()));
    return claims.values();
  }

  /** Number of claim events of these articles that could not be processed. */
  private int deadLettered(Set<String> articleIds) {
    Set<String> keys = new HashSet<>();
    read(
        settings.topics().deadLetters(),
        (key, letter) -> {
          if (letter != null
              && letter.getArticleId() != null
              && articleIds.contains(letter.getArticleId())
              && letter.getOriginTopic().equals(settings.topics().inputClaims().name())) {
            keys.add(letter.getOriginPartition() + "@" + letter.getOriginOffset());
          }
        });
    return keys.size();
  }

  /** Newest indicator of each pair, by pair. */
  private Map<String, TensionIndicator> latest() {
    return last(settings.topics().indicatorsLatest());
  }

  /** Open alerts. */
  private Collection<TensionAlert> alerts() {
    return last(settings.topics().liveAlerts()).values();
  }

  private <V extends SpecificRecord> Map<String, V> last(TopicDescriptor<V> topic) {
    Map<String, V> last = new TreeMap<>();
    read(
        topic,
        (key, value) -> {
          if (value == null) {
            last.remove(key);
          } else {
            last.put(key, value);
          }
        });
    return new LinkedHashMap<>(last);
  }

  private <V extends SpecificRecord> void read(TopicDescriptor<V> topic, Taker<V> taker) {
    try (Consumer<String, byte[]> consumer =
            TopicContents.consumer(settings.clients(), settings.topics().prefix() + "-results");
        Deserializer<V> values = serdes.valueDeserializer(topic.valueType())) {
      TopicContents.read(
          consumer,
          topic.name(),
          record -> taker.take(record.key(), values.deserialize(topic.name(), record.value())));
    }
  }

  @FunctionalInterface
  private interface Taker<V> {
    void take(String key, V value);
  }
}
