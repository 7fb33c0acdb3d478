package org.tensiometer.claims.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds time expressions in a sentence: the longest first, none overlapping another. */
public final class TimeExpressions {

  /** Longer runs of characters are no prose and are not searched. */
  private static final int LONGEST_SENTENCE = 20_000;

  /** May, March and August in small letters are other words. */
  private static final Pattern COMMON_WORD =
      Pattern.compile("\\b(?:may|march|august|mar|sat|sun)\\b");

  private TimeExpressions() {}

  /** Time expressions of a sentence in text order, offsets in its characters. */
  public static List<TimeExpression> find(CharSequence sentence) {
    if (sentence.length() > LONGEST_SENTENCE) {
      return List.of();
    }
    List<TimeExpression> candidates = new ArrayList<>();
    for (TimeRule rule : TimeRules.ALL) {
      Matcher matcher = rule.pattern().matcher(sentence);
      while (matcher.find()) {
        if (!COMMON_WORD.matcher(matcher.group()).find()) {
          candidates.add(rule.at(matcher));
        }
      }
    }
    // The sort is stable: of equally long ones the earlier rule wins.
    candidates.sort(Comparator.comparingInt(TimeExpression::length).reversed());
    List<TimeExpression> chosen = new ArrayList<>();
    for (TimeExpression candidate : candidates) {
      if (chosen.stream().noneMatch(other -> overlap(candidate, other))) {
        chosen.add(candidate);
      }
    }
    chosen.sort(Comparator.comparingInt(TimeExpression::begin));
    return chosen;
  }

  private static boolean overlap(TimeExpression a, TimeExpression b) {
    return a.begin() < b.end() && b.begin() < a.end();
  }
}
