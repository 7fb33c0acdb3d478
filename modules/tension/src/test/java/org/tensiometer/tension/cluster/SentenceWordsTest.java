package org.tensiometer.tension.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentenceWordsTest {

  @Test
  void shouldFindRunsOfLettersAndDigits() {
    SentenceWords words = SentenceWords.of("Shells fell on Odesa's port; 12 died.");

    assertThat(words.inSmallLetters())
        .containsExactly("shells", "fell", "on", "odesa", "s", "port", "12", "died");
    assertThat(words.isCapitalised(3)).isTrue();
    assertThat(words.isCapitalised(4)).isFalse();
    assertThat(words.isHeadline()).isFalse();
    assertThat(SentenceWords.of("Shells Fall on Odesa").isHeadline()).isTrue();
  }

  @Test
  void shouldPutLettersIntoSmallOnesAsTheirSurroundingsAskInWordsAndInTheWholeText() {
    SentenceWords words = SentenceWords.of("\u039f\u03a3.\u0391 \u0130zmir");

    assertThat(words.inSmallLetters()).containsExactly("\u03bf\u03c2", "\u03b1", "i\u0307zmir");
    assertThat(words.ofSmallText()).containsExactly("\u03bf\u03c3", "\u03b1", "i", "zmir");
  }

  @Property
  void shouldFindInAnyTextWhatTheTextInSmallLettersHas(@ForAll String text) {
    assertThat(SentenceWords.of(text).ofSmallText()).isEqualTo(runs(text.toLowerCase(Locale.ROOT)));
    assertThat(SentenceWords.of(text).inSmallLetters())
        .isEqualTo(runs(text).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
  }

  @Test
  void shouldFindTheSameOfEveryLetter() {
    for (char c = 0; c < Character.MIN_SURROGATE; c++) {
      shouldFindInAnyTextWhatTheTextInSmallLettersHas("a" + c + "B " + c);
    }
  }

  private static List<String> runs(String text) {
    return Stream.of(text.split("[^\\p{L}\\p{Nd}\\x{D800}-\\x{DFFF}\\x{10000}-\\x{10FFFF}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
