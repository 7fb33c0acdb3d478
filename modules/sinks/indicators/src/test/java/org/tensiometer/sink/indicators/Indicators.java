package org.tensiometer.sink.indicators;

import java.time.LocalDate;
import java.util.List;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.DirectionTotals;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.QuadTotals;
import org.tensiometer.contracts.Stock;
import org.tensiometer.contracts.TensionIndicator;
import org.tensiometer.contracts.WindowTotals;

final class Indicators {

  private Indicators() {}

  static TensionIndicator indicator(String pair, String day, int revision) {
    QuadTotals none = new QuadTotals(0L, 0L, 0L, 0L);
    DirectionTotals direction = new DirectionTotals(none, none, 0L, null, 0L);
    WindowTotals window = new WindowTotals(1, direction, direction, direction);
    return TensionIndicator.newBuilder()
        .setPair(pair)
        .setCountryA(pair.substring(0, 3))
        .setCountryB(pair.substring(4))
        .setDay(LocalDate.parse(day))
        .setState(DayState.OPEN)
        .setRevision(revision)
        .setGeneration("g1")
        .setStatus(IndicatorStatus.WARMUP)
        .setLevel(0)
        .setWindow1d(window)
        .setWindow7d(window)
        .setStock(new Stock(0L, 0L, 0L))
        .setClaims(0)
        .setClusters(0)
        .setOutlets(0)
        .setOwners(0)
        .setFactuality(List.of())
        .setDrivers(List.of())
        .setTopClusters(List.of())
        .setLevelDelta(0)
        .setSlopeMicros(0)
        .setTier(0)
        .setRuleVersion("1")
        .setConfigHash("0")
        .setLexicons(List.of())
        .setCoders(List.of())
        .build();
  }
}
