package org.tensiometer.coding.actors;

import java.util.Map;
import java.util.Set;

/** Closed word classes of noun phrases, by class name as in {@code phrase-words.tsv}. */
public record PhraseWords(Map<String, Set<String>> classes) {

  boolean is(String wordClass, Word word) {
    return classes.getOrDefault(wordClass, Set.of()).contains(word.key());
  }
}
