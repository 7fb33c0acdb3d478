package org.tensiometer.tension.cluster;

import java.util.Comparator;
import org.tensiometer.contracts.PairContribution;

/** A claim that counts, with its weight. */
record Weighed(PairContribution claim, Weight weight) {

  static final Comparator<Weighed> STRONGEST_FIRST =
      Comparator.comparingLong((Weighed w) -> -w.weight.micros())
          .thenComparing(w -> w.claim.getClaimId());
}
