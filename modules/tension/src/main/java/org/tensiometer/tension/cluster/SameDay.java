package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.PairContribution;
import org.tensiometer.contracts.QuadClass;
import org.tensiometer.tension.config.TensionConfig;

/** Finds which claims of one pair and day tell of one event: the first half of F3. */
final class SameDay {

  private final TensionConfig config;
  private final int percent;

  SameDay(TensionConfig config) {
    this.config = config;
    this.percent = config.thresholds().clusterSimilarityPercent();
  }

  /**
   * @param claims claims of one pair and day, in any order, each once
   */
  DayReports reports(Collection<PairContribution> claims) {
    Map<String, List<PairContribution>> families = new TreeMap<>();
    for (PairContribution claim : claims) {
      families
          .computeIfAbsent(config.families().of(claim.getEvent()), f -> new ArrayList<>())
          .add(claim);
    }
    List<PairContribution> weighed = new ArrayList<>();
    List<Report> reports = new ArrayList<>();
    Map<Kind, TextsOfReports> texts = new HashMap<>();
    families.forEach(
        (family, all) -> {
          List<PairContribution> some = withinBound(all);
          weighed.addAll(some);
          byQuad(some)
              .forEach((quad, its) -> addReports(new Kind(family, quad), its, reports, texts));
        });
    return new DayReports(claims.size(), weighed, reports, texts);
  }

  // Those with the smallest ids are weighed: which ones must not depend on when they came.
  private List<PairContribution> withinBound(List<PairContribution> ofFamily) {
    ofFamily.sort(Comparator.comparing(PairContribution::getClaimId));
    return ofFamily.subList(0, Math.min(config.thresholds().clusterClaimsMax(), ofFamily.size()));
  }

  private Map<QuadClass, List<Weighed>> byQuad(List<PairContribution> claims) {
    Map<QuadClass, List<Weighed>> byQuad = new EnumMap<>(QuadClass.class);
    for (PairContribution claim : claims) {
      Weight weight = Weight.of(claim, config.factuality());
      if (weight != null) {
        byQuad
            .computeIfAbsent(weight.quad(), q -> new ArrayList<>())
            .add(new Weighed(claim, weight));
      }
    }
    return byQuad;
  }

  private void addReports(
      Kind kind, List<Weighed> claims, List<Report> reports, Map<Kind, TextsOfReports> indexes) {
    if (!config.thresholds().clusterSameEvent()) {
      claims.forEach(claim -> reports.add(new Report(kind, List.of(claim), List.of())));
      return;
    }
    List<Copies> texts = copies(claims);
    SimilarTexts similar = new SimilarTexts(texts.stream().map(Copies::text).toList());
    int[] reportOf = new int[texts.size()];
    for (List<Integer> component : linked(texts, similar).components()) {
      List<Weighed> members = new ArrayList<>();
      List<Report.Text> different = new ArrayList<>();
      for (int i : component) {
        members.addAll(texts.get(i).claims);
        different.add(texts.get(i).text);
        reportOf[i] = reports.size();
      }
      members.sort(Comparator.comparing(member -> member.claim().getClaimId()));
      reports.add(new Report(kind, members, different));
    }
    indexes.put(kind, new TextsOfReports(similar, reportOf));
  }

  private record Copies(long fingerprint, Report.Text text, List<Weighed> claims) {}

  private static List<Copies> copies(List<Weighed> claims) {
    record Key(long fingerprint, Direction direction, EventType event) {}
    Map<Key, Copies> copies = new LinkedHashMap<>();
    for (Weighed member : claims) {
      PairContribution claim = member.claim();
      Key key = new Key(claim.getTextFingerprint(), claim.getDirection(), claim.getEvent());
      copies
          .computeIfAbsent(
              key,
              k ->
                  new Copies(
                      k.fingerprint,
                      new Report.Text(k.direction, k.event, ClaimWords.of(claim.getWords())),
                      new ArrayList<>()))
          .claims
          .add(member);
    }
    return List.copyOf(copies.values());
  }

  private Partition linked(List<Copies> texts, SimilarTexts similar) {
    Partition partition = similar.linked(percent);
    linkThoseWithoutWords(texts, partition);
    return partition;
  }

  // "A attacked B" and no more is no event of its own beside others. Which of them it joins must
  // not depend on who copied what, and so not on the ids of claims.
  private static void linkThoseWithoutWords(List<Copies> texts, Partition partition) {
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).text.words().isEmpty()) {
        continue;
      }
      int joined = -1;
      for (int j = 0; j < texts.size(); j++) {
        Copies other = texts.get(j);
        boolean may = !other.text.words().isEmpty() && texts.get(i).text.saysNoMoreThan(other.text);
        if (may && (joined < 0 || other.fingerprint < texts.get(joined).fingerprint)) {
          joined = j;
        }
      }
      if (joined >= 0) {
        partition.link(i, joined);
      }
    }
  }
}
