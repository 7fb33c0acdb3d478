package org.tensiometer.tension.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tensiometer.tension.cluster.ContributionsForTests.DAY;
import static org.tensiometer.tension.cluster.ContributionsForTests.attack;
import static org.tensiometer.tension.cluster.ContributionsForTests.words;
import static org.tensiometer.tension.cluster.DayReports.NONE;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.tension.config.TensionConfig;

class SameEventClustersTest {

  private final SameEventClusters clusters = new SameEventClusters(TensionConfig.defaults());

  @Test
  void shouldWeighAnEventBySeverityAndIndependentOutlets() {
    // Reuters 0.8 and BBC 0.75: 0.9 * (1 - 0.2 * 0.25) = 0.855
    assertThat(weight(attack("c1", "Reuters"), attack("c2", "BBC"))).isEqualTo(855_000);
    assertThat(weight(attack("c1", "Reuters"))).isEqualTo(720_000);
  }

  @Test
  void shouldTakeAnUnknownOutletByDefaultAndNeverAsAnotherVoice() {
    // 0.9 * 0.6
    assertThat(weight(attack("c1", null))).isEqualTo(540_000);
    assertThat(weight(attack("c1", null), attack("c2", null))).isEqualTo(540_000);
    assertThat(weight(attack("c1", "Gazette"))).isEqualTo(540_000);
  }

  @Test
  void shouldNotBeMovedByOutletsOfOneOwner() {
    assertThat(weight(attack("c1", "TASS"), attack("c2", "RIA Novosti"), attack("c3", "tass")))
        .isEqualTo(weight(attack("c1", "TASS")));
  }

  @Test
  void shouldNotBeMovedByCopiesOfOneText() {
    Instant later = Instant.parse("2024-06-21T13:00:00Z");
    PairContribution.Builder original = attack("c9", "Gazette").setTextFingerprint(7);
    PairContribution.Builder copy =
        attack("c1", "Reuters").setTextFingerprint(7).setReceivedAt(later);

    assertThat(weight(original, copy)).isEqualTo(weight(original));
  }

  @Test
  void shouldTakeEachRowOfEventDataAsAnEventOfItsOwnWithItsFullWeight() {
    List<Cluster> events =
        new SameEventClusters(TensionConfig.eventData())
            .of(DAY, List.of(attack("c2", null).build(), attack("c1", null).build()));

    assertThat(events).extracting(Cluster::id).containsExactlyInAnyOrder("c1", "c2");
    assertThat(events).extracting(Cluster::weightMicros).containsOnly(900_000L);
  }

  @Test
  void shouldNameAClusterByItsSmallestClaimAndTakeTheClassOfTheStrongest() {
    Cluster cluster =
        of(attack("c2", "Reuters"), attack("c1", "AFP").setFactuality(Factuality.REPORTED)).get(0);

    assertThat(cluster.id()).isEqualTo("c1");
    assertThat(cluster.strongest().getClaimId()).isEqualTo("c2");
    assertThat(cluster.quad()).isEqualTo(QuadClass.MATERIAL_CONFLICT);
    assertThat(cluster.netMicros()).isEqualTo(-900_000);
  }

  @Test
  void shouldCountIntentionsAsVerbalAndHalf() {
    Cluster cluster = of(attack("c1", "Reuters").setFactuality(Factuality.INTENDED)).get(0);

    assertThat(cluster.quad()).isEqualTo(QuadClass.VERBAL_CONFLICT);
    // 0.9 * 0.5 * 0.8
    assertThat(cluster.weightMicros()).isEqualTo(360_000);
  }

  @Test
  void shouldLeaveOutWhatIsConditionalDeniedOrHistory() {
    assertThat(
            of(
                attack("c1", "Reuters").setFactuality(Factuality.CONDITIONAL),
                attack("c2", "Reuters").setFactuality(Factuality.DENIED),
                attack("c3", "Reuters").setHistorical(true)))
        .isEmpty();
  }

  @Test
  void shouldKeepTheDirectionsApart() {
    assertThat(of(attack("c1", "Reuters"), attack("c2", "Reuters").setDirection(Direction.B_TO_A)))
        .extracting(Cluster::direction)
        .containsExactly(Direction.A_TO_B, Direction.B_TO_A);
  }

  @Test
  void shouldMakeOneReciprocalEventOfBothDirectionsWhenAReportSaysThatItWasReciprocal() {
    List<Cluster> found =
        of(
            attack("c1", "Reuters"),
            attack("c2", "Reuters").setDirection(Direction.B_TO_A),
            attack("c3", "Reuters").setDirection(Direction.BOTH));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).direction()).isEqualTo(Direction.BOTH);
  }

  @Test
  void shouldTellEventsOfADayApartByTheirWords() {
    PairContribution.Builder harbour = saying("c1", "Reuters", "Shells fell on the harbour");
    PairContribution.Builder again = saying("c3", "AFP", "The harbour was shelled, 12 people died");
    PairContribution.Builder refinery = saying("c2", "Reuters", "Drones burned down a refinery");

    assertThat(of(harbour, refinery, again))
        .extracting(Cluster::claimIds)
        .containsExactly(List.of("c1", "c3"), List.of("c2"));
  }

  @Test
  void shouldLinkWhatAThirdReportLinks() {
    PairContribution.Builder one = saying("c1", "Reuters", "Shells fell on the harbour");
    PairContribution.Builder other = saying("c2", "AFP", "Rockets hit a refinery");
    PairContribution.Builder both =
        saying("c3", "BBC", "Shells on the harbour, rockets on a refinery");

    assertThat(of(one, other)).hasSize(2);
    assertThat(of(one, other, both)).extracting(Cluster::id).containsExactly("c1");
  }

  @Test
  void shouldTakeAReportWithoutWordsForOneOfTheEventsOfTheDay() {
    assertThat(
            of(
                saying("c1", "Reuters", ""),
                saying("c2", "Reuters", "Shells fell on the harbour"),
                saying("c3", "Reuters", "Drones burned down a refinery")))
        .hasSize(2);
    assertThat(of(saying("c1", "Reuters", ""), saying("c2", "AFP", ""))).hasSize(1);
  }

  @Test
  void shouldKeepADeedFromItsAnnouncement() {
    PairContribution.Builder announced =
        saying("c1", "Reuters", "Shells fell on the harbour").setFactuality(Factuality.INTENDED);
    PairContribution.Builder done = saying("c2", "Reuters", "Shells fell on the harbour");

    assertThat(of(announced, done))
        .extracting(Cluster::quad)
        .containsExactlyInAnyOrder(QuadClass.VERBAL_CONFLICT, QuadClass.MATERIAL_CONFLICT);
  }

  @Test
  void shouldCountAnEventThatIsToldOnTwoDaysOnTheFirst() {
    DayReports first = reports(saying("c2", "Reuters", "Shells fell on the harbour"));
    DayReports second =
        reports(
            saying("c1", "AFP", "The harbour was shelled"),
            saying("c3", "AFP", "Drones burned down a refinery"));

    List<Cluster> onTheFirst = clusters.events(DAY, days(NONE, NONE, first, second));
    List<Cluster> onTheSecond = clusters.events(DAY.plusDays(1), days(NONE, first, second, NONE));

    assertThat(onTheFirst).extracting(Cluster::claimIds).containsExactly(List.of("c1", "c2"));
    assertThat(onTheFirst).extracting(Cluster::day).containsExactly(DAY);
    assertThat(onTheSecond).extracting(Cluster::claimIds).containsExactly(List.of("c3"));
  }

  @Test
  void shouldCountAgainWhatIsToldOnTheThirdDay() {
    DayReports first = reports(saying("c1", "Reuters", "Shells fell on the harbour"));
    DayReports second = reports(saying("c2", "Reuters", "Shells fell on the harbour"));
    DayReports third = reports(saying("c3", "Reuters", "Shells fell on the harbour"));

    assertThat(clusters.events(DAY, days(NONE, NONE, first, second))).hasSize(1);
    assertThat(clusters.events(DAY.plusDays(1), days(NONE, first, second, third))).isEmpty();
    assertThat(clusters.events(DAY.plusDays(2), days(first, second, third, NONE)))
        .extracting(Cluster::claimIds)
        .containsExactly(List.of("c3"));
  }

  @Test
  void shouldShowTheWordsOfEachOwnerBeforeSecondOnesOfAny() {
    Cluster cluster =
        of(
                attack("c1", "Reuters"),
                attack("c2", "Reuters"),
                attack("c3", "AFP"),
                attack("c4", "BBC"),
                attack("c5", "TASS"))
            .get(0);

    assertThat(cluster.evidenceIds()).containsExactly("c1", "c3", "c4");
  }

  private static PairContribution.Builder saying(String id, String outlet, String sentence) {
    return attack(id, outlet).setWords(words(sentence));
  }

  private DayReports reports(PairContribution.Builder... claims) {
    return clusters.reports(Arrays.stream(claims).map(c -> c.build()).toList());
  }

  private static SameEventClusters.Days days(
      DayReports twoBefore, DayReports before, DayReports day, DayReports after) {
    return new SameEventClusters.Days(twoBefore, before, day, after);
  }

  private List<Cluster> of(PairContribution.Builder... claims) {
    return clusters.of(DAY, Arrays.stream(claims).map(c -> c.build()).toList());
  }

  private long weight(PairContribution.Builder... claims) {
    List<Cluster> found = of(claims);
    assertThat(found).hasSize(1);
    return found.get(0).weightMicros();
  }
}
