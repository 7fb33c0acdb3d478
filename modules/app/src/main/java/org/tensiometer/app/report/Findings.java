package org.tensiometer.app.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tensiometer.contracts.Actor;
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
   * @param classes number of claims for each quad class
   * @param factualities number of claims for each factuality
   * @param strongest the claim of greatest intensity, asserted before others, then by id
   */
  record PairFindings(
      Map<QuadClass, Integer> classes,
      Map<Factuality, Integer> factualities,
      CodedClaim strongest) {}

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
        pairsOf(claim)
            .forEach(pair -> byPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(claim));
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
    Map<QuadClass, Integer> classes = new EnumMap<>(QuadClass.class);
    Map<Factuality, Integer> factualities = new EnumMap<>(Factuality.class);
    for (CodedClaim claim : claims) {
      classes.merge(claim.getCoding().getQuad(), 1, Integer::sum);
      factualities.merge(claim.getFactuality(), 1, Integer::sum);
    }
    return new PairFindings(
        classes, factualities, claims.stream().min(STRONGEST_FIRST).orElseThrow());
  }

  private static Set<CountryPair> pairsOf(CodedClaim claim) {
    Set<CountryPair> pairs = new TreeSet<>();
    for (Actor source : claim.getSource()) {
      for (Actor target : claim.getTarget()) {
        if (source.getCountry() != null
            && target.getCountry() != null
            && !source.getCountry().equals(target.getCountry())) {
          pairs.add(CountryPair.of(source.getCountry(), target.getCountry()));
        }
      }
    }
    return pairs;
  }
}
