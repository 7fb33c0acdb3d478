package org.tensiometer.claims.language.nlp4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the dateline at the start of a story: <i>GENEVA, March 3 (Reuters) - </i>, <i>LIMA, Peru —
 * </i>, <i>Rome (CNN) </i>. It is no part of the sentence behind it, and parsed with it becomes its
 * subject. A place is one when a dash follows that stands behind capitals, a region, a date or an
 * agency, or when an agency of {@code agencies.txt} follows in brackets.
 */
final class Datelines {

  /** Longer ones are headings or sentences. */
  private static final int LONGEST = 90;

  private static final String CAPITALS = "\\p{Lu}[\\p{Lu}.'\u2019-]+";
  private static final String NAME = "\\p{Lu}[\\p{L}.'\u2019-]*";
  private static final String NAMES = NAME + "(?: (?:of |de |la |al-)?" + NAME + "){0,3}";
  private static final String PLACE = NAMES + "(?:/" + NAMES + ")*";

  /** Short capitals are more often a country or an alliance: "EU - China talks". */
  private static final String CAPITAL_PLACE =
      "(?!(?:NATO|ASEAN|OPEC|OSCE|BRICS)\\b)(?:\\p{Lu}[\\p{Lu}'\u2019-]{3,}|"
          + CAPITALS
          + "[ /]"
          + CAPITALS
          + ")(?:[ /]"
          + CAPITALS
          + "){0,3}(?:, "
          + NAMES
          + ")?";

  private static final String DATE = "(?:,? \\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}(?:, \\d{4})?)";
  private static final String AGENCY =
      WordLists.lines("agencies.txt").stream().map(Pattern::quote).collect(Collectors.joining("|"));
  private static final String DASH = "(?:\u2014|\u2013|--|- |_ )";
  private static final String OPENING = "(?=[\\p{Lu}\\p{N}\"'\u201C\u2018(])";

  private static final Pattern DATELINE =
      Pattern.compile(
          "(?:"
              // A place in capitals and a dash.
              + CAPITAL_PLACE
              + DATE
              + "?(?: \\([^()]{2,30}\\))? ?"
              + DASH
              // A place with its region or a date, an agency perhaps, and a dash.
              + "|"
              + PLACE
              + "(?:, "
              + NAMES
              + "|"
              + DATE
              + ")"
              + DATE
              + "?(?:, \\p{Lu}+)?(?: \\([^()]{2,30}\\))? ?"
              + DASH
              // A place and an agency in brackets, with or without a dash.
              + "|(?:"
              + PLACE
              + "(?:, "
              + NAMES
              + ")?"
              + DATE
              + "? ?)?\\((?:"
              + AGENCY
              + ")(?: [^()]{2,20})?\\)(?: ?"
              + DASH
              + ")?"
              + ") *"
              + OPENING);

  private Datelines() {}

  /** Where the text behind the dateline begins; the begin of the paragraph if it has none. */
  static int end(String text, Span paragraph) {
    int limit = Math.min(paragraph.end(), paragraph.begin() + LONGEST);
    Matcher matcher = DATELINE.matcher(text).region(paragraph.begin(), limit);
    return matcher.lookingAt() ? matcher.end() : paragraph.begin();
  }
}
