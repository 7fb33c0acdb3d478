package org.tensiometer.claims.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a time.
 *
 * @param name what a test or a reader calls it
 * @param relative whether it needs the publication day
 * @param pattern how it is written
 * @param meaning what it means
 */
record TimeRule(String name, boolean relative, Pattern pattern, Meaning meaning) {

  /** From a match, the publication day and the direction to days; null if there are none. */
  interface Meaning {
    Period of(MatchResult match, LocalDate published, TimeDirection direction);
  }

  static TimeRule absolute(String name, String pattern, Meaning meaning) {
    return new TimeRule(name, false, compile(pattern), meaning);
  }

  static TimeRule relative(String name, String pattern, Meaning meaning) {
    return new TimeRule(name, true, compile(pattern), meaning);
  }

  private static Pattern compile(String pattern) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + pattern + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
  }

  TimeExpression at(Matcher matcher) {
    MatchResult match = matcher.toMatchResult();
    return new TimeExpression(
        match.start(),
        match.end(),
        name,
        relative,
        (published, direction) -> resolve(match, published, direction));
  }

  private Optional<Period> resolve(
      MatchResult match, LocalDate published, TimeDirection direction) {
    try {
      return Optional.ofNullable(meaning.of(match, published, direction));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
