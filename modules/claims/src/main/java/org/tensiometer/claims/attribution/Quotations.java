package org.tensiometer.claims.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds quotations, paragraph by paragraph: curly, straight, angle and typewriter marks, single
 * curly marks too. A quotation that is not closed ends with its paragraph, as the custom is when it
 * runs on into the next.
 */
public final class Quotations {

  private Quotations() {}

  /** Quotations of a text in text order; none holds another. */
  public static List<Quotation> find(String text) {
    List<Quotation> found = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      findIn(text, start, end, found);
      start = end + 1;
    }
    return found;
  }

  private static void findIn(String text, int start, int end, List<Quotation> found) {
    int i = start;
    boolean singlesClose = true;
    while (i < end) {
      int opening = opening(text, i, start, end);
      if (opening == 0) {
        i++;
        continue;
      }
      boolean single = isSingle(text.charAt(i));
      int close = single && !singlesClose ? -1 : closing(text, i, opening, end);
      if (close < 0 && single) {
        // What does not close this one closes none behind it either.
        singlesClose = false;
        i++;
        continue;
      }
      boolean closed = close >= 0;
      int after = closed ? close : end;
      found.add(new Quotation(i, after, closed));
      i = Math.max(after, i + opening);
    }
  }

  /** Length of the opening mark at a place; 0 if there is none. */
  private static int opening(String text, int i, int start, int end) {
    char c = text.charAt(i);
    if (c == '“' || c == '„' || c == '«') {
      return 1;
    }
    if (c == '`' && i + 1 < end && text.charAt(i + 1) == '`') {
      return 2;
    }
    boolean opens = i == start || !Character.isLetterOrDigit(text.charAt(i - 1));
    boolean holds = i + 1 < end && !Character.isWhitespace(text.charAt(i + 1));
    if (c == '"') {
      return 1;
    }
    return c == '‘' && opens && holds ? 1 : 0;
  }

  private static boolean isSingle(char c) {
    return c == '‘';
  }

  /** Offset after the mark that closes the quotation opened at a place; -1 if there is none. */
  private static int closing(String text, int open, int length, int end) {
    char mark = text.charAt(open);
    for (int i = open + length; i < end; i++) {
      char c = text.charAt(i);
      switch (mark) {
        case '“', '„' -> {
          if (c == '”' || c == '"' || mark == '„' && c == '“') {
            return i + 1;
          }
        }
        case '«' -> {
          if (c == '»') {
            return i + 1;
          }
        }
        case '`' -> {
          if (c == '\'' && i + 1 < end && text.charAt(i + 1) == '\'') {
            return i + 2;
          }
        }
        case '"' -> {
          if (c == '"' || c == '”') {
            return i + 1;
          }
        }
        default -> {
          boolean inWord = i + 1 < end && Character.isLetterOrDigit(text.charAt(i + 1));
          boolean possessive = text.charAt(i - 1) == 's' && hasLaterSingle(text, i + 1, end);
          if (c == '’' && !inWord && !possessive) {
            return i + 1;
          }
        }
      }
    }
    return -1;
  }

  private static boolean hasLaterSingle(String text, int from, int end) {
    for (int i = from; i < Math.min(end, from + 300); i++) {
      if (text.charAt(i) == '‘') {
        return false;
      }
      boolean last = i + 1 >= end || !Character.isLetterOrDigit(text.charAt(i + 1));
      if (text.charAt(i) == '’' && last) {
        return true;
      }
    }
    return false;
  }
}
