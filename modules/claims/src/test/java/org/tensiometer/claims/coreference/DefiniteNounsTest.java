package org.tensiometer.claims.coreference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensiometer.claims.attribution.Attributions;
import org.tensiometer.claims.grammar.Phrase;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.language.Conllu;

class DefiniteNounsTest {

  private static List<SentenceTree> trees;
  private static Antecedents antecedents;

  @BeforeAll
  static void read() throws IOException {
    String stored;
    try (InputStream in =
        DefiniteNounsTest.class.getResourceAsStream(
            "/org/tensiometer/claims/definite-nouns.conllu")) {
      stored = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String text =
        stored
            .lines()
            .filter(line -> line.startsWith("# text = "))
            .map(line -> line.substring("# text = ".length()))
            .collect(Collectors.joining("\n"));
    trees = Conllu.read(stored).stream().map(SentenceTree::new).toList();
    antecedents = Antecedents.of(trees, Attributions.of(text, trees));
  }

  @Test
  void shouldTakeAnAllegationForThatOfWhoAccused() {
    assertThat(antecedent(0, "allegation")).isEqualTo("Norway");
  }

  @Test
  void shouldTakeAClaimForThatOfTheLastSpeaker() {
    assertThat(antecedent(7, "claim")).isEqualTo("the Swedish president");
  }

  @Test
  void shouldTakeTheActivistsForThoseNamedBefore() {
    assertThat(antecedent(2, "activists")).isEqualTo("Norwegian activists");
  }

  @Test
  void shouldTakeTheBorderForTheOneThatWasSaidToBeWithACountry() {
    assertThat(antecedent(3, "border")).isEqualTo("the border with Sweden");
  }

  @Test
  void shouldTakeTheCountryForTheSubjectBeforeItInTheSentence() {
    assertThat(antecedent(4, "country")).isEqualTo("Norway");
  }

  @Test
  void shouldLetItReferToARegime() {
    assertThat(antecedent(5, "it")).isEqualTo("The Danish regime");
  }

  @Test
  void shouldLetAPronounTakeUpTheSubjectOfTheClauseBefore() {
    assertThat(antecedent(8, "it")).isEqualTo("Norway");
  }

  @Test
  void shouldLetAPossessiveReferToTheAgentOfAPassive() {
    assertThat(antecedent(9, "its")).isEqualTo("the Norwegian government");
  }

  @Test
  void shouldBlameWhoIsPunishedForItsDeed() {
    assertThat(antecedent(10, "its")).isEqualTo("Norway");
  }

  @Test
  void shouldLeaveANounWithAWordOfItsOwn() {
    assertThat(antecedent(1, "border")).isNull();
    assertThat(antecedent(1, "activists")).isNull();
  }

  private static String antecedent(int sentence, String form) {
    SentenceTree tree = trees.get(sentence);
    for (int i = 0; i < tree.size(); i++) {
      if (tree.form(i).equals(form)) {
        Phrase phrase = antecedents.of(sentence, i);
        return phrase == null ? null : words(phrase);
      }
    }
    throw new IllegalArgumentException(form);
  }

  private static String words(Phrase phrase) {
    StringBuilder words = new StringBuilder();
    for (int i = phrase.first(); i <= phrase.last(); i++) {
      words.append(words.isEmpty() ? "" : " ").append(phrase.tree().form(i));
    }
    return words.toString();
  }
}
