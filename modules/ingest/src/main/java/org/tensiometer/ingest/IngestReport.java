package org.tensiometer.ingest;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What became of an input.
 *
 * @param published articles published now, as new ones or as new revisions
 * @param unchanged articles that were there already
 * @param claims claims published now
 * @param problems what could not be read, analysed or published
 * @param time time of the tick at its end; null if no article tells its publication time
 * @param feedStart first day of the input; null together with time
 */
public record IngestReport(
    int published, int unchanged, int claims, int problems, Instant time, LocalDate feedStart) {

  /** Articles that could be read. */
  public int articles() {
    return published + unchanged;
  }
}
