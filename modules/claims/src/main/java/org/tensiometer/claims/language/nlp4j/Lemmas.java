package org.tensiometer.claims.language.nlp4j;

import java.util.Locale;

/**
 * Dictionary forms. NLP4J's are kept for inflected words; names and numbers keep their letters and
 * digits (NLP4J writes {@code 0} for every number and {@code #crd#} for number words).
 */
final class Lemmas {

  private Lemmas() {}

  /** In lower case, never empty. */
  static String of(String normalForm, String tag, String nlp4jLemma) {
    String lower = normalForm.toLowerCase(Locale.ROOT);
    boolean verbatim =
        nlp4jLemma == null
            || nlp4jLemma.isEmpty()
            || nlp4jLemma.charAt(0) == '#'
            || tag.equals("NNP")
            || tag.equals("CD")
            || !isWord(normalForm)
            || normalForm.codePoints().anyMatch(Character::isDigit);
    return verbatim ? lower : nlp4jLemma.toLowerCase(Locale.ROOT);
  }

  private static boolean isWord(String form) {
    return form.codePoints().anyMatch(Character::isLetter);
  }
}
