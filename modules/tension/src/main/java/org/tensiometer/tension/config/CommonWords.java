package org.tensiometer.tension.config;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Words that tell no event from another one (F3), in small letters. */
public record CommonWords(Set<String> words) {

  public CommonWords {
    // Asked of every word of every claim; the platform's immutable sets take twice the time.
    words = Collections.unmodifiableSet(new HashSet<>(words));
  }

  /**
   * @param word in small letters
   */
  public boolean contains(String word) {
    return words.contains(word);
  }

  static CommonWords read(Table table) {
    Set<String> words = new HashSet<>();
    for (Table.Row row : table.rows(1)) {
      String word = row.cell(0);
      if (!word.equals(word.toLowerCase(Locale.ROOT))) {
        throw row.wrong("a word is in small letters, not \"" + word + '"');
      }
      words.add(word);
    }
    return new CommonWords(words);
  }
}
