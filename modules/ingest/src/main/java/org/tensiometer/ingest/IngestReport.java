package org.tensiometer.ingest;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tensiometer.contracts.Tick;

/**
 * What became of an input. Each article of it was published, or known, or skipped.
 *
 * @param published articles published now, as new ones or as new revisions
 * @param unchanged articles that were there already
 * @param skipped number of articles that were left out, by reason
 * @param claims claims published now
 * @param problems lines told of what could not be read, analysed or published, or is doubtful
 * @param untold what articles do not tell
 * @param articleIds ids of all articles published or known
 * @param tick the time told at its end; empty without articles
 */
public record IngestReport(
    int published,
    int unchanged,
    SortedMap<String, Integer> skipped,
    int claims,
    int problems,
    Untold untold,
    Set<String> articleIds,
    Optional<Tick> tick) {

  /**
   * Numbers of articles that leave something untold.
   *
   * @param undated do not tell when they were published
   * @param withoutOutlet do not tell who published them
   * @param headlineOnly have no text but their headline
   */
  public record Untold(int undated, int withoutOutlet, int headlineOnly) {}

  public IngestReport {
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    articleIds = Collections.unmodifiableSet(articleIds);
  }

  /** Articles that were taken in, now or before. */
  public int articles() {
    return published + unchanged;
  }

  /** Articles that could be read. */
  public int read() {
    return articles() + skipped.values().stream().mapToInt(Integer::intValue).sum();
  }
}
