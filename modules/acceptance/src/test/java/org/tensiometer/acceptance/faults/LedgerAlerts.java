package org.tensiometer.acceptance.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.TensionAlert;

/** Alerts as the topology publishes them, each known by its number. */
final class LedgerAlerts {

  private static final LocalDate DAY = LocalDate.of(2023, 1, 1);

  private LedgerAlerts() {}

  static String id(int number) {
    return "alert-" + number;
  }

  static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(LedgerAlerts::id).sorted().toList();
  }

  static TensionAlert alert(int number) {
    return TensionAlert.newBuilder()
        .setAlertId(id(number))
        .setPair("EGY-SDN")
        .setCountryA("EGY")
        .setCountryB("SDN")
        .setKind(AlertKind.RAISE)
        .setTier(1)
        .setFirstDay(DAY)
        .setDay(DAY)
        .setStatus(IndicatorStatus.OK)
        .setScore(3.5)
        .setLevel(40)
        .setClusters(4)
        .setOutlets(2)
        .setOwners(2)
        .setSentence("Alert number " + number)
        .setTopClusters(List.of())
        .setRuleVersion("1")
        .setConfigHash("0")
        .setGeneration(Installation.TOPICS.generation())
        .setRevision(1)
        .setLastReceivedAt(Instant.EPOCH)
        .build();
  }
}
