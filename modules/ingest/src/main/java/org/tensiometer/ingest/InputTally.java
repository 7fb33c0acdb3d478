package org.tensiometer.ingest;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tensiometer.contracts.Tick;
import org.tensiometer.ingest.source.ArticleInput;

/** Counts what becomes of an input. Every article ends as published, known or skipped. */
final class InputTally {

  private int published;
  private int unchanged;
  private int claims;
  private int problems;
  private int undated;
  private int withoutOutlet;
  private int headlineOnly;
  private final SortedMap<String, Integer> skipped = new TreeMap<>();
  private final Set<String> articleIds = new HashSet<>();

  /** An article is good; what it does not tell is counted. */
  void took(ArticleInput input) {
    undated += input.published().time() == null ? 1 : 0;
    withoutOutlet += input.outlet() == null ? 1 : 0;
    headlineOnly += input.body().equals(input.title()) ? 1 : 0;
  }

  void published(String articleId, int claimsOfIt) {
    articleIds.add(articleId);
    published++;
    claims += claimsOfIt;
  }

  void known(String articleId) {
    articleIds.add(articleId);
    unchanged++;
  }

  void skipped(String reason) {
    skipped.merge(reason, 1, Integer::sum);
  }

  void problem() {
    problems++;
  }

  int articles() {
    return published + unchanged;
  }

  IngestReport report(Optional<Tick> tick) {
    return new IngestReport(
        published,
        unchanged,
        skipped,
        claims,
        problems,
        new IngestReport.Untold(undated, withoutOutlet, headlineOnly),
        articleIds,
        tick);
  }
}
