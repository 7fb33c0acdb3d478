package org.tensiometer.tension.report;

import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.PairDay;

/** Where the days and the words of one pair are kept. */
public interface PairState {

  /** What the pair did on that day (days since 1970-01-01), null if nothing. */
  PairDay day(int day);

  /** The words of a claim of a cluster. */
  Evidence words(ClusterSummary cluster, String claimId);
}
