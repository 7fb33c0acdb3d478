package org.tensiometer.operations.generations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.Attribution;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.DayBasis;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.DirectionTotals;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Engine;
import org.tensiometer.contracts.EventCoding;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.Predicate;
import org.tensiometer.contracts.PredicateKind;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.contracts.QuadTotals;
import org.tensiometer.contracts.Revision;
import org.tensiometer.contracts.SentenceSpan;
import org.tensiometer.contracts.Stock;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.WindowTotals;
import org.tensiometer.testkit.SharedCluster;
import org.tensiometer.testkit.TestCluster;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** Two generations of records made by hand, and what is left when one is taken away. */
@ExtendWith(SharedCluster.class)
class ComparisonTest {

  private static final Instant NOON = Instant.parse("2024-06-21T12:00:00Z");
  private static int installations;

  private TestCluster cluster;
  private Topics live;
  private Topics replayed;

  @BeforeEach
  void install(TestCluster cluster) {
    this.cluster = cluster;
    String prefix = "compared-" + ++installations;
    live = new Topics(prefix, "g1", 2);
    replayed = new Topics(prefix, "g2", 2);
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(live.all());
      new TopicCreator(admin).ensure(replayed.ofGeneration());
    }
  }

  @Test
  void shouldFindNothingWhereOnlyGenerationRevisionAndVersionsDiffer() {
    day(live, "CHN-JPN", "2024-06-21", 50, 1, "1");
    day(replayed, "CHN-JPN", "2024-06-21", 50, 7, "2");
    claim(live, "c1", "2024-06-21", EventType.ACCUSE, "accuse.of", "1");
    claim(replayed, "c1", "2024-06-21", EventType.ACCUSE, "accuse.of", "2");

    GenerationDiff diff = diff(false);

    assertThat(diff.same()).isEqualTo(1);
    assertThat(diff.changed()).isEmpty();
    assertThat(diff.claims()).isZero();
    assertThat(diff.lexiconsOfLive()).containsExactly("1");
    assertThat(diff.lexiconsOfReplayed()).containsExactly("2");
  }

  @Test
  void shouldNameTheRulesOfTheClaimsOfTheWeekAndPutTheLargestChangeFirst() {
    day(live, "CHN-JPN", "2024-06-21", 50, 1, "1");
    day(replayed, "CHN-JPN", "2024-06-21", 55, 1, "2");
    day(live, "CHN-JPN", "2024-06-29", 10, 1, "1");
    day(replayed, "CHN-JPN", "2024-06-29", 40, 1, "2");
    claim(live, "c1", "2024-06-20", EventType.ACCUSE, "accuse.of", "1");
    claim(replayed, "c1", "2024-06-20", EventType.THREATEN, "accuse.warn", "2");

    GenerationDiff diff = diff(false);

    assertThat(diff.claims()).isEqualTo(1);
    assertThat(diff.changed())
        .extracting(ChangedDay::key)
        .containsExactly("CHN-JPN#2024-06-29", "CHN-JPN#2024-06-21");
    assertThat(diff.changed().get(0).causes()).as("the claim is not of this week").isEmpty();
    assertThat(diff.changed().get(1).causes())
        .isEqualTo(Map.of("ACCUSE by accuse.of ASSERTED -> THREATEN by accuse.warn ASSERTED", 1));
  }

  @Test
  void shouldTellWhatOnlyOneOfThemHasUnlessThatOneReadOnlyAPart() {
    day(live, "CHN-JPN", "2024-06-21", 50, 1, "1");
    claim(live, "c1", "2024-06-21", EventType.ACCUSE, "accuse.of", "1");
    day(replayed, "KOR-PRK", "2024-06-21", 20, 1, "1");

    assertThat(diff(false).changed())
        .extracting(ChangedDay::key)
        .containsExactly("CHN-JPN#2024-06-21", "KOR-PRK#2024-06-21");
    assertThat(diff(false).claims()).isEqualTo(1);
    assertThat(diff(true).changed())
        .extracting(ChangedDay::key)
        .containsExactly("KOR-PRK#2024-06-21");
    assertThat(diff(true).claims()).isZero();
  }

  @Test
  void shouldKnowAClaimAgainThatAnotherAnalysisNumbersOtherwise() {
    claim(live, "c1", "2024-06-21", EventType.ACCUSE, "accuse.of", "1");
    claim(replayed, "c7", "2024-06-21", EventType.ACCUSE, "accuse.of", "1");

    assertThat(diff(false).claims()).isZero();
    assertThat(diff(false).enginesOfReplayed()).containsExactly("hand 1");
  }

  @Test
  void shouldTakeAwayAGenerationAndNothingElseOrItsMemoryAlone() throws Exception {
    String repartition = replayed.applicationId() + "-pair-claims-repartition";
    String changelog = replayed.applicationId() + "-article-revisions-changelog";
    String other = replayed.applicationId() + "-b-pair-claims-repartition";
    try (Admin admin = Admin.create(cluster.clientConfig())) {
      new TopicCreator(admin).ensure(List.of(replayed.ownClaims()));
      cluster.createTopics(1, repartition, changelog, other);

      assertThat(Removal.ofMemory(cluster.clientConfig(), replayed).plan())
          .containsExactlyInAnyOrder(repartition, changelog);
      Removal.ofMemory(cluster.clientConfig(), replayed).remove();
      assertThat(admin.listTopics().names().get())
          .contains(replayed.indicators().name(), replayed.ownClaims().name(), other)
          .doesNotContain(repartition, changelog);

      Removal.ofAll(cluster.clientConfig(), replayed).remove();
      assertThat(admin.listTopics().names().get())
          .contains(other, live.indicators().name(), live.claims().name())
          .doesNotContain(
              replayed.indicators().name(), replayed.alerts().name(), replayed.ownClaims().name());
    }
  }

  private GenerationDiff diff(boolean partial) {
    return new Comparison(cluster.clientConfig(), live, replayed).diff(partial);
  }

  private void day(
      Topics topics, String pair, String day, double level, int revision, String lexicon) {
    QuadTotals none = new QuadTotals(0L, 0L, 0L, 0L);
    DirectionTotals direction = new DirectionTotals(none, none, 0L, null, 0L);
    WindowTotals window = new WindowTotals(7, direction, direction, direction);
    send(
        topics.indicators(),
        pair + '#' + day,
        TensionIndicator.newBuilder()
            .setPair(pair)
            .setCountryA(pair.substring(0, 3))
            .setCountryB(pair.substring(4))
            .setDay(LocalDate.parse(day))
            .setState(DayState.OPEN)
            .setRevision(revision)
            .setGeneration(topics.generation())
            .setStatus(IndicatorStatus.WARMUP)
            .setLevel(level)
            .setWindow1d(window)
            .setWindow7d(window)
            .setStock(new Stock(0L, 0L, 0L))
            .setClaims(3)
            .setClusters(2)
            .setOutlets(2)
            .setOwners(2)
            .setFactuality(List.of())
            .setDrivers(List.of())
            .setTopClusters(List.of())
            .setLevelDelta(0)
            .setSlopeMicros(0)
            .setTier(0)
            .setRuleVersion("1")
            .setConfigHash("0")
            .setLexicons(List.of(lexicon))
            .setCoders(List.of())
            .build());
  }

  private void claim(
      Topics topics, String id, String day, EventType event, String rule, String lexicon) {
    send(
        topics.codedClaims(),
        id,
        CodedClaim.newBuilder()
            .setClaimId(id)
            .setArticleId("a1")
            .setReceivedAt(NOON)
            .setRevision(new Revision(NOON, "0"))
            .setClaimIndex(0)
            .setGeneration(topics.generation())
            .setSentence(new SentenceSpan(0, 0, 5, "words"))
            .setAttribution(Attribution.NARRATED)
            .setPredicate(new Predicate("accused", "accuse", 1, 0, 5, PredicateKind.VERB))
            .setSource(List.of(new Actor("Japan", 0, 5, "JPN", "GOV", "x")))
            .setTarget(List.of(new Actor("China", 6, 11, "CHN", null, "x")))
            .setCoding(
                new EventCoding(
                    event, null, null, "112", QuadClass.VERBAL_CONFLICT, -200_000L, false, rule))
            .setFactuality(Factuality.ASSERTED)
            .setHistorical(false)
            .setDay(LocalDate.parse(day))
            .setDayBasis(DayBasis.PUBLISHED)
            .setConfidence(0.8)
            .setLexicon(lexicon)
            .setCoder("1")
            .setEngine(new Engine("hand", "1"))
            .setDisposition(Disposition.INDEXED)
            .build());
  }

  private <V extends SpecificRecord> void send(TopicDescriptor<V> topic, String key, V value) {
    cluster.produce(
        List.of(new ProducerRecord<>(topic.name(), key, value)),
        new AvroSerdes(cluster.clientConfig()).valueSerializer(topic.valueType()));
  }
}
