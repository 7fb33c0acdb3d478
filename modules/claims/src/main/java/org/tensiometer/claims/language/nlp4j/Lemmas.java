package org.tensiometer.claims.language.nlp4j;

import java.util.Locale;
import java.util.Map;

/**
 * Dictionary forms. NLP4J's are kept for inflected words; names and numbers keep their letters and
 * digits (NLP4J writes {@code 0} for every number and {@code #crd#} for number words). Verb forms
 * that its word list takes for dictionary forms are in {@code lemma-repairs.tsv}.
 */
final class Lemmas {

  private static final Map<String, String> CORRECTIONS = WordLists.read("lemma-repairs.tsv");

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
    return verbatim ? lower : CORRECTIONS.getOrDefault(lower, nlp4jLemma.toLowerCase(Locale.ROOT));
  }

  private static boolean isWord(String form) {
    return form.codePoints().anyMatch(Character::isLetter);
  }
}
