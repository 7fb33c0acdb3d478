package org.tensiometer.tension.index;

import java.util.List;
import org.tensiometer.contracts.PairDayTotals;

/** Days for tests. */
public final class Days {

  private Days() {}

  /** A day of conflict that three owners reported. */
  public static PairDayTotals conflict(long severityMicros, long clusters) {
    return conflict(severityMicros, clusters, List.of("one", "three", "two"), false);
  }

  public static PairDayTotals conflict(
      long severityMicros, long clusters, List<String> owners, boolean flash) {
    return new PairDayTotals(severityMicros, clusters, owners, flash, true, severityMicros + 1);
  }
}
