package org.tensiometer.tension.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.tension.config.TensionConfig;

class ClaimWordsTest {

  @Test
  void shouldCompareContentWordsByTheirBeginnings() {
    assertThat(similar("Rockets were launched at the port", "the launching of a rocket", 100))
        .isTrue();
    assertThat(similar("Rockets were launched at the port", "the launching of a balloon", 51))
        .isFalse();
    assertThat(similar("Rockets were launched at the port", "the launching of a balloon", 50))
        .isTrue();
  }

  @Test
  void shouldWeighANameTwice() {
    assertThat(similar("shells on Odesa", "fire in Odesa", 66)).isTrue();
    assertThat(similar("shells on Odesa", "shells on Kherson", 34)).isFalse();
  }

  @Test
  void shouldTakeNoWordOfAHeadlineForAName() {
    assertThat(similar("Shells Fall On Odesa", "fire burns in Odesa", 34)).isFalse();
  }

  @Test
  void shouldLeaveOutTheNamesOfTheParties() {
    assertThat(words("Russian soldiers attacked Ukraine", "Russian soldiers", "Ukraine").bytes())
        .isEqualTo(words("soldiers attacked").bytes());
  }

  @Test
  void shouldFindSentencesWithoutWordsSimilarToEachOtherOnly() {
    assertThat(similar("It is.", "They were", 1)).isTrue();
    assertThat(similar("It is.", "Shells fell", 1)).isFalse();
  }

  @Test
  void shouldComeBackFromItsBytes() {
    ByteBuffer bytes = words("Shells fell on the harbour of Odesa, 12 died").bytes();

    assertThat(bytes.remaining()).isEqualTo(12);
    assertThat(ClaimWords.of(bytes).bytes()).isEqualTo(bytes);
    assertThat(ClaimWords.of(ByteBuffer.allocate(0)).isEmpty()).isTrue();
  }

  private static boolean similar(String one, String other, int percent) {
    boolean similar = words(one).isSimilarTo(words(other), percent);
    assertThat(words(other).isSimilarTo(words(one), percent)).isEqualTo(similar);
    return similar;
  }

  private static ClaimWords words(String sentence, String... parties) {
    return ClaimWords.of(
        SentenceWords.of(sentence), List.of(parties), TensionConfig.defaults().commonWords());
  }
}
