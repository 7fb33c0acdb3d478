package org.tensiometer.ingest;

import java.util.Optional;
import java.util.Set;
import org.tensiometer.contracts.Tick;

/**
 * What became of an input.
 *
 * @param published articles published now, as new ones or as new revisions
 * @param unchanged articles that were there already
 * @param claims claims published now
 * @param problems what could not be read, analysed or published
 * @param undated articles that do not tell when they were published
 * @param articleIds ids of all articles of the input
 * @param tick the time told at its end; empty without articles
 */
public record IngestReport(
    int published,
    int unchanged,
    int claims,
    int problems,
    int undated,
    Set<String> articleIds,
    Optional<Tick> tick) {

  public IngestReport {
    articleIds = Set.copyOf(articleIds);
  }

  /** Articles that could be read. */
  public int articles() {
    return published + unchanged;
  }
}
