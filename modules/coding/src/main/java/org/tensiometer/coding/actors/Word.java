package org.tensiometer.coding.actors;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a noun phrase as the dictionary sees it.
 *
 * @param form the word as written, without its possessive ending
 * @param key lower case, without accents and full stops
 * @param glued whether a hyphen joins it to the word before
 * @param possessive whether it has a possessive ending
 */
record Word(String form, String key, boolean glued, boolean possessive) {

  private static final String HYPHENS = "-\u2010\u2011\u2013/";
  private static final String MARKS = ",;:()[]\"\u201c\u201d\u2018`";

  boolean isCapitalised() {
    return !form.isEmpty() && Character.isUpperCase(form.codePointAt(0));
  }

  boolean isCapitals() {
    return !key.isEmpty() && form.equals(form.toUpperCase(Locale.ROOT)) && isCapitalised();
  }

  boolean isMark() {
    return form.length() == 1 && MARKS.indexOf(form.charAt(0)) >= 0;
  }

  /** Splits at blanks, hyphens and punctuation; marks are words of their own. */
  static List<Word> split(String text) {
    List<Word> words = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    boolean glued = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      boolean hyphen = HYPHENS.indexOf(c) >= 0;
      boolean mark = MARKS.indexOf(c) >= 0;
      if (!hyphen && !mark && !Character.isWhitespace(c)) {
        current.append(c);
        continue;
      }
      boolean closed = add(words, current, glued);
      if (hyphen) {
        glued = closed || glued || !words.isEmpty();
      } else if (closed || mark) {
        glued = false;
      }
      if (mark) {
        words.add(new Word(String.valueOf(c), String.valueOf(c), false, false));
      }
    }
    return words;
  }

  private static boolean add(List<Word> words, StringBuilder current, boolean glued) {
    if (current.length() == 0) {
      return false;
    }
    String form = current.toString().replace('\u2019', '\'');
    current.setLength(0);
    if (form.equals("'s") || form.equals("'")) {
      if (!words.isEmpty()) {
        Word last = words.remove(words.size() - 1);
        words.add(new Word(last.form, last.key, last.glued, true));
      }
      return true;
    }
    boolean possessive = form.endsWith("'s") || form.endsWith("s'");
    String bare = form.endsWith("'s") ? form.substring(0, form.length() - 2) : form;
    bare = bare.endsWith("s'") ? bare.substring(0, bare.length() - 1) : bare;
    words.add(new Word(bare, key(bare), glued, possessive));
    return true;
  }

  private static String key(String form) {
    boolean plain = form.chars().allMatch(c -> c < 0x80);
    String text =
        plain ? form : Normalizer.normalize(form, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return text.replace(".", "").toLowerCase(Locale.ROOT).replace('\u0131', 'i');
  }
}
