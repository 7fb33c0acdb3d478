package org.tensiometer.app.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tensiometer.coding.Dyads;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.QuadClass;

/**
 * What an input came to, counted from the coded claims of its articles.
 *
 * @param dispositions number of claims for each disposition
 * @param reasons number of claims for each reason not to be indexed
 * @param pairs what was found for each country pair with an indexed claim
 */
record Findings(
    Map<Disposition, Integer> dispositions,
    SortedMap<String, Integer> reasons,
    SortedMap<CountryPair, PairFindings> pairs) {

  /**
   * One pair.
   *
   * @param classes number of claims for each quad class and factuality
   * @param strongest the claim of greatest intensity, asserted before others, then by id
   */
  record PairFindings(Map<QuadClass, Map<Factuality, Integer>> classes, CodedClaim strongest) {}

  private static final Comparator<CodedClaim> STRONGEST_FIRST =
      Comparator.<CodedClaim>comparingInt(claim -> claim.getFactuality().ordinal())
          .thenComparing(
              claim -> Math.abs(claim.getCoding().getIntensityMicros()), Comparator.reverseOrder())
          .thenComparing(CodedClaim::getClaimId);

  static Findings of(Collection<CodedClaim> claims) {
    Map<Disposition, Integer> dispositions = new EnumMap<>(Disposition.class);
    SortedMap<String, Integer> reasons = new TreeMap<>();
    SortedMap<CountryPair, List<CodedClaim>> byPair = new TreeMap<>();
    for (CodedClaim claim : claims) {
      dispositions.merge(claim.getDisposition(), 1, Integer::sum);
      if (claim.getDisposition() == Disposition.NOT_INDEXED) {
        reasons.merge(claim.getReason(), 1, Integer::sum);
      } else if (claim.getDisposition() == Disposition.INDEXED) {
        Dyads.of(claim)
            .forEach(
                dyad -> byPair.computeIfAbsent(dyad.pair(), p -> new ArrayList<>()).add(claim));
      }
    }
    SortedMap<CountryPair, PairFindings> pairs = new TreeMap<>();
    byPair.forEach((pair, found) -> pairs.put(pair, findings(found)));
    return new Findings(dispositions, reasons, pairs);
  }

  int claims() {
    return dispositions.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static PairFindings findings(List<CodedClaim> claims) {
    Map<QuadClass, Map<Factuality, Integer>> classes = new EnumMap<>(QuadClass.class);
    for (CodedClaim claim : claims) {
      classes
          .computeIfAbsent(claim.getCoding().getQuad(), quad -> new EnumMap<>(Factuality.class))
          .merge(claim.getFactuality(), 1, Integer::sum);
    }
    return new PairFindings(classes, claims.stream().min(STRONGEST_FIRST).orElseThrow());
  }
}
