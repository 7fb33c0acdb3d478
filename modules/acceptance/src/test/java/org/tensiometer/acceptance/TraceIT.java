package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Ids;
import org.tensiometer.wire.headers.TraceContext;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** The trace of an article goes with what is made of it, from topic to topic. */
@ExtendWith(PublishedFeed.class)
class TraceIT {

  private final Topics topics = Topics.withDefaults();
  private final Map<String, String> config =
      Map.of(
          "bootstrap.servers",
          PublishedFeed.stack().bootstrapServers(),
          "schema.registry.url",
          PublishedFeed.stack().registryUrl());

  @Test
  void shouldGoFromAnArticleToItsClaimsAndTheirCodes() {
    Map<String, TraceContext> articles = new HashMap<>();
    values(topics.articles()).forEach(r -> articles.put(r.key(), trace(r)));
    assertThat(Set.copyOf(articles.values())).hasSameSizeAs(articles.values());

    for (ConsumerRecord<String, byte[]> claim : values(topics.claims())) {
      assertThat(trace(claim)).isEqualTo(articles.get(Ids.articleOfClaimKey(claim.key())));
    }
    var deserializer = new AvroSerdes(config).valueDeserializer(CodedClaim.class);
    List<ConsumerRecord<String, byte[]>> coded = values(topics.codedClaims());
    assertThat(coded).isNotEmpty();
    for (ConsumerRecord<String, byte[]> record : coded) {
      CodedClaim claim = deserializer.deserialize(record.topic(), record.value());
      assertThat(trace(record))
          .isEqualTo(articles.get(claim.getArticleId()).after("article-stage"));
    }
  }

  @Test
  void shouldGoFromTheClaimThatChangedAPairToWhatSubscribersRead() {
    Set<TraceContext> coded = new HashSet<>();
    values(topics.codedClaims()).forEach(record -> coded.add(trace(record).after("pair-stage")));

    List<TraceContext> indicators = traces(topics.indicators());
    List<TraceContext> alerts = traces(topics.alerts());
    assertThat(indicators).isNotEmpty().isSubsetOf(coded);
    assertThat(alerts).isNotEmpty().isSubsetOf(coded);

    Set<TraceContext> series = after(indicators, "tensiometer-sink-indicators");
    assertThat(traces(topics.indicatorsSeries())).isNotEmpty().isSubsetOf(series);
    assertThat(traces(topics.indicatorsLatest())).isNotEmpty().isSubsetOf(series);
    assertThat(traces(topics.liveAlerts()))
        .isNotEmpty()
        .isSubsetOf(after(alerts, "tensiometer-sink-alerts"));
  }

  private static Set<TraceContext> after(List<TraceContext> traces, String step) {
    Set<TraceContext> after = new HashSet<>();
    traces.forEach(trace -> after.add(trace.after(step)));
    return after;
  }

  /** Of those that have one: what time changed has none. */
  private List<TraceContext> traces(TopicDescriptor<?> topic) {
    return values(topic).stream()
        .flatMap(record -> TraceContext.of(record.headers()).stream())
        .toList();
  }

  private static TraceContext trace(ConsumerRecord<String, byte[]> record) {
    return TraceContext.of(record.headers())
        .orElseThrow(() -> new AssertionError("no trace: " + record.topic() + ' ' + record.key()));
  }

  private List<ConsumerRecord<String, byte[]>> values(TopicDescriptor<?> topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = TopicContents.consumer(config, "traces")) {
      TopicContents.read(
          consumer,
          topic.name(),
          record -> {
            if (record.value() != null) {
              records.add(record);
            }
          });
    }
    return records;
  }
}
