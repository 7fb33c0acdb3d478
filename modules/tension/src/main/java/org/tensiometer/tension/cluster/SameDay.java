package org.tensiometer.tension.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensiometer.contracts.Direction;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.PairContribution;
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
    List<PairContribution> weighed = withinBound(claims);
    Map<Kind, List<Weighed>> byKind = new TreeMap<>(Kind.ORDER);
    for (PairContribution claim : weighed) {
      Weight weight = Weight.of(claim, config.factuality());
      if (weight != null) {
        Kind kind = new Kind(config.families().of(claim.getEvent()), weight.quad());
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Weighed(claim, weight));
      }
    }
    List<Report> reports = new ArrayList<>();
    Map<Kind, TextsOfReports> texts = new HashMap<>();
    byKind.forEach((kind, some) -> addReports(kind, some, reports, texts));
    return new DayReports(claims.size(), weighed, reports, texts);
  }

  // Those with the smallest ids are weighed: which ones must not depend on when they came.
  private List<PairContribution> withinBound(Collection<PairContribution> claims) {
    List<PairContribution> sorted = new ArrayList<>(claims);
    sorted.sort(Comparator.comparing(PairContribution::getClaimId));
    Map<String, Integer> perFamily = new HashMap<>();
    sorted.removeIf(
        claim ->
            perFamily.merge(config.families().of(claim.getEvent()), 1, Integer::sum)
                > config.thresholds().clusterClaimsMax());
    return sorted;
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
