package org.tensiometer.claims.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A time expression, found but not yet resolved. Its preposition is no part of it, as in TIMEX3.
 *
 * @param begin offset of the first character in the searched text
 * @param end offset after the last character in the searched text
 * @param rule name of the rule that found it
 * @param relative whether it means nothing without a publication date
 * @param meaning publication day and direction to the days meant; empty if there are none, such as
 *     for the 31st of June
 */
public record TimeExpression(
    int begin,
    int end,
    String rule,
    boolean relative,
    BiFunction<LocalDate, TimeDirection, Optional<Period>> meaning) {

  /**
   * The days meant.
   *
   * @param published publication day, null if unknown
   * @return empty for a relative expression without publication day
   */
  public Optional<Period> resolve(LocalDate published, TimeDirection direction) {
    return relative && published == null ? Optional.empty() : meaning.apply(published, direction);
  }

  int length() {
    return end - begin;
  }
}
