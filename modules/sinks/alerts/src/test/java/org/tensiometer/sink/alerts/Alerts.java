package org.tensiometer.sink.alerts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.TensionAlert;

final class Alerts {

  private Alerts() {}

  static TensionAlert alert(String id, String countryA, String countryB, int tier) {
    LocalDate day = LocalDate.parse("2024-06-21");
    return TensionAlert.newBuilder()
        .setAlertId(id)
        .setPair(countryA + '-' + countryB)
        .setCountryA(countryA)
        .setCountryB(countryB)
        .setKind(AlertKind.RAISE)
        .setTier(tier)
        .setFirstDay(day)
        .setDay(day)
        .setStatus(IndicatorStatus.OK)
        .setScore(3.5)
        .setLevel(40)
        .setClusters(4)
        .setOutlets(2)
        .setOwners(2)
        .setSentence("A pair left its normal range.")
        .setTopClusters(List.of())
        .setRuleVersion("1")
        .setConfigHash("0")
        .setGeneration("g1")
        .setRevision(1)
        .setLastReceivedAt(Instant.parse("2024-06-21T00:00:00Z"))
        .build();
  }
}
