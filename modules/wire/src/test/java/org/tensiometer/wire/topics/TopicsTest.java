package org.tensiometer.wire.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private static final Topics TOPICS = Topics.withDefaults();

  /** Names are public surface: whoever changes one breaks subscribers. */
  @Test
  void shouldKeepTheNamesThatSubscribersKnow() {
    assertThat(TOPICS.all())
        .extracting(TopicDescriptor::name)
        .containsExactly(
            "tensiometer.articles",
            "tensiometer.claims",
            "tensiometer.ticks",
            "tensiometer.generations",
            "tensiometer.dead-letters",
            "tensiometer.dead-letter-marks",
            "tensiometer.erased",
            "tensiometer.g1.coded-claims",
            "tensiometer.g1.indicators",
            "tensiometer.g1.alerts",
            "tensiometer.g1.late",
            "tensiometer.indicators-latest",
            "tensiometer.indicators-series",
            "tensiometer.live-alerts");
    assertThat(TOPICS.liveAlerts("baltic").name()).isEqualTo("tensiometer.live-alerts.baltic");
    assertThat(TOPICS.applicationId()).isEqualTo("tensiometer-g1");
    assertThat(TOPICS.claims().valueSubject()).isEqualTo("tensiometer.claims-value");
  }

  @Test
  void shouldKeepEverythingForEver() {
    assertThat(TOPICS.all())
        .allSatisfy(topic -> assertThat(topic.config()).containsEntry("retention.ms", "-1"));
  }

  @Test
  void shouldGiveTicksAsManyPartitionsAsClaims() {
    Topics many = new Topics("tensiometer", "g1", 7);
    assertThat(many.ticks().partitions()).isEqualTo(many.claims().partitions()).isEqualTo(7);
  }

  @Test
  void shouldLetAGenerationWithAnalysisReadItsOwnClaimsAndOthersThoseOfTheIngest() {
    Topics own = new Topics("tensiometer", "g2").analysing();
    assertThat(own.inputClaims().name()).isEqualTo("tensiometer.g2.claims");
    assertThat(own.claims().name()).isEqualTo("tensiometer.claims");
    assertThat(own.inputClaims().config()).isEqualTo(own.claims().config());
    assertThat(own.ofTopology()).contains(own.ownClaims()).doesNotContain(own.claims());
    assertThat(TOPICS.ofTopology()).contains(TOPICS.claims());
    assertThat(TOPICS.all()).doesNotContain(TOPICS.ownClaims());
    assertThat(TOPICS.isOwnClaims("tensiometer.g2.claims")).isTrue();
    assertThat(TOPICS.isOwnClaims("tensiometer.claims")).isFalse();
    assertThat(TOPICS.isOwnClaims("tensiometer.g2.coded-claims")).isFalse();
    assertThat(TOPICS.generationOf("tensiometer.g2.coded-claims")).contains("g2");
    assertThat(TOPICS.generationOf("tensiometer.live-alerts.korea")).isEmpty();
    assertThat(TOPICS.generationOf("tensiometer.claims")).isEmpty();
  }

  @Test
  void shouldTellTheTopicsThatKafkaStreamsMadeForAGenerationFromThoseForOthers() {
    Topics topics = Topics.withDefaults();
    assertThat(topics.isInternal("tensiometer-g1-pair-days-changelog")).isTrue();
    assertThat(topics.isInternal("tensiometer-g1-pair-claims-repartition")).isTrue();
    assertThat(topics.isInternal("tensiometer-g1-article-revisions-changelog")).isTrue();
    assertThat(topics.isInternal("tensiometer-g1-b-pair-days-changelog")).isFalse();
    assertThat(topics.isInternal("tensiometer-g12-pair-days-changelog")).isFalse();
    assertThat(topics.isInternal("tensiometer.g1.alerts")).isFalse();
  }

  @Test
  void shouldRefuseNamesThatNoTopicMayHave() {
    assertThatThrownBy(() -> new Topics("News!", "g1")).hasMessageContaining("\"News!\"");
    assertThatThrownBy(() -> new Topics("news", "g.1")).hasMessageContaining("\"g.1\"");
    assertThatThrownBy(() -> TOPICS.liveAlerts("")).hasMessageContaining("route");
  }

  /** An ingest that made topics of g1 would bring it back after it was dropped. */
  @Test
  void shouldCountNoTopicOfAGenerationAmongThoseOfAnIngest() {
    assertThat(TOPICS.ofIngest())
        .extracting(TopicDescriptor::name)
        .contains("tensiometer.claims", "tensiometer.erased")
        .noneMatch(name -> name.startsWith("tensiometer.g1."));
  }

  /** tensiometer.live-alerts.claims is the topic of a route, and nothing of a generation. */
  @Test
  void shouldRefuseAGenerationWhoseTopicsWouldBeThoseOfRoutesOrWhoseGroupThatOfASink() {
    assertThatThrownBy(() -> new Topics("tensiometer", "live-alerts"))
        .hasMessage(
            "A generation cannot be named live-alerts, since tensiometer.live-alerts.* are the"
                + " topics of routes; name it otherwise, for instance g2");
    assertThatThrownBy(() -> new Topics("tensiometer", "sink-alerts"))
        .hasMessageContaining("tensiometer-sink-* are the groups of sinks");
    for (String name : List.of("sink", "ingest", "ingest-2", "operations")) {
      assertThatThrownBy(() -> new Topics("tensiometer", name)).hasMessageContaining(name + ", ");
    }
    for (String name : List.of("g1-pair", "g1-pair-x", "g1-article", "g1-metrics")) {
      assertThatThrownBy(() -> new Topics("tensiometer", name))
          .hasMessageContaining("another generation may have topics or a group of that name");
    }
    assertThat(new Topics("tensiometer", "pair").generation()).isEqualTo("pair");
    assertThat(new Topics("tensiometer", "ingested").generation()).isEqualTo("ingested");
    assertThat(TOPICS.isOwnClaims(TOPICS.liveAlerts("claims").name())).isFalse();
    assertThat(new Topics("tensiometer", "live").generation()).isEqualTo("live");
  }
}
