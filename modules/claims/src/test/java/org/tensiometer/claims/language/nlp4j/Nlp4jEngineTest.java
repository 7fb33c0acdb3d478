package org.tensiometer.claims.language.nlp4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;

class Nlp4jEngineTest {

  private final Nlp4jEngine engine = SharedEngine.get();

  @Test
  void shouldGiveNoSentencesForATextWithoutWords() {
    assertThat(engine.analyse("")).isEmpty();
    assertThat(engine.analyse(" \n\t\u00A0\n\u200B")).isEmpty();
  }

  @Test
  void shouldNumberParagraphsThatAreNotBlank() {
    List<AnalysedSentence> sentences = engine.analyse("One fell. Two rose.\n\n \r\nThree left");

    assertThat(sentences).extracting(AnalysedSentence::paragraph).containsExactly(0, 0, 1);
    assertThat(sentences).extracting(AnalysedSentence::index).containsExactly(0, 1, 2);
    assertThat(sentences.get(2).begin()).isEqualTo(24);
  }

  @Test
  void shouldKeepTheFormsOfCurlyQuotesDashesAndEllipses() {
    String text = "\u201CIt\u2019s over\u2026\u201D \u2014 that\u2019s what they\u2019d said.";

    assertThat(forms(engine.analyse(text)))
        .containsExactly(
            "\u201C", "It", "\u2019s", "over", "\u2026", "\u201D", "\u2014", "that", "\u2019s",
            "what", "they", "\u2019d", "said", ".");
  }

  @Test
  void shouldKeepAClosingCurlyQuoteWithItsSentence() {
    assertThat(texts("\u201CWe are ready.\u201D The talks began. \u201CGood!\u201D he said."))
        .containsExactly(
            "\u201CWe are ready.\u201D", "The talks began.", "\u201CGood!\u201D he said.");
  }

  @Test
  void shouldEndASentenceAtAnAbbreviationOnlyBeforeAnOpener() {
    assertThat(texts("He left the U.S. The U.S. Navy stayed."))
        .containsExactly("He left the U.S.", "The U.S. Navy stayed.");
  }

  @Test
  void shouldTakeWarningBeforeShotsForANoun() {
    List<AnalysedToken> tokens = tokens("The boats withdrew following warning shots.");

    assertThat(relation(tokens, "warning")).isEqualTo("NN compound shots");
    assertThat(relation(tokens, "shots")).isEqualTo("NNS obl withdrew");
  }

  @Test
  void shouldJoinACoSubjectThatACommaCutOff() {
    List<AnalysedToken> tokens =
        tokens("The president, and two of his ministers said that the deal was dead.");

    assertThat(relation(tokens, "president")).isEqualTo("NN nsubj said");
    assertThat(relation(tokens, "two")).isEqualTo("CD conj president");
    assertThat(relation(tokens, "and")).isEqualTo("CC cc two");
  }

  @Test
  void shouldGiveAVerbTheSubjectThatACommaClosesOnItsLeft() {
    List<AnalysedToken> tokens =
        tokens(
            "In a call with the ambassador, Deputy Foreign Minister Park Jin-woo, condemned the"
                + " pact.");

    assertThat(relation(tokens, "Jin-woo")).isEqualTo("NNP nsubj condemned");
    assertThat(relation(tokens, "ambassador")).isEqualTo("NN nmod call");
  }

  @Test
  void shouldRejoinHyphensInsideNamesOnly() {
    List<String> forms =
        forms(
            engine.analyse(
                "Jean-Marie Dupont and Ali al-Hassan signed the Moscow-backed pact with Choe"
                    + " Son-mi."));

    assertThat(forms).contains("Jean-Marie", "al-Hassan", "Son-mi", "Moscow", "backed");
  }

  @Test
  void shouldGiveARejoinedNameOneEntity() {
    List<AnalysedToken> tokens = tokens("Kim Dae-jung met Jean-Luc.");

    assertThat(tokens).extracting(AnalysedToken::entity).startsWith("B-PERSON", "L-PERSON");
    assertThat(tokens.get(1).lemma()).isEqualTo("dae-jung");
  }

  @Test
  void shouldMapTheLabelsOfTheParserToUniversalDependencies() {
    List<AnalysedToken> tokens =
        tokens("There were talks, and the ships were seized by its ally because of a treaty.");

    assertThat(relation(tokens, "There")).isEqualTo("EX expl were");
    assertThat(relation(tokens, "talks")).isEqualTo("NNS nsubj were");
    assertThat(relation(tokens, "ships")).isEqualTo("NNS nsubj:pass seized");
    assertThat(relation(tokens, "ally")).isEqualTo("NN obl:agent seized");
    assertThat(relation(tokens, "by")).isEqualTo("IN case ally");
    assertThat(relation(tokens, "its")).isEqualTo("PRP$ nmod:poss ally");
    assertThat(relation(tokens, "because")).isEqualTo("IN case treaty");
    assertThat(relation(tokens, "of")).isEqualTo("IN fixed because");
    assertThat(relation(tokens, "treaty")).isEqualTo("NN obl seized");
  }

  @Test
  void shouldMakeThePredicateTheHeadOfItsCopula() {
    List<AnalysedToken> tokens = tokens("The treaty is a threat.");

    assertThat(relation(tokens, "threat")).isEqualTo("NN root ");
    assertThat(relation(tokens, "is")).isEqualTo("VBZ cop threat");
    assertThat(relation(tokens, "treaty")).isEqualTo("NN nsubj threat");
  }

  @Test
  void shouldHangAllConjunctsFromTheFirst() {
    List<AnalysedToken> tokens = tokens("Peru, Chile and Bolivia signed.");

    assertThat(relation(tokens, "Chile")).isEqualTo("NNP conj Peru");
    assertThat(relation(tokens, "Bolivia")).isEqualTo("NNP conj Peru");
    assertThat(relation(tokens, "and")).isEqualTo("CC cc Bolivia");
  }

  @Test
  void shouldGiveLemmasInLowerCaseWithTheDigitsOfNumbers() {
    List<AnalysedToken> tokens = tokens("Texas provided 1,200 tents in 2019, didn't it?");

    assertThat(tokens)
        .extracting(AnalysedToken::lemma)
        .startsWith("texas", "provide", "1,200", "tent", "in", "2019", ",", "do", "not");
  }

  @Test
  void shouldSayTheSameToManyThreadsAsToOne() throws Exception {
    String text =
        "Norland's envoy said on Friday that 300 Estrian soldiers had crossed the river, and"
            + " accused the Kremlin of supplying \u201Cmodern weapons\u201D to Ali al-Hassan.\n"
            + "The U.S. denied it; Germany, France and Italy demanded that they be returned.\n";
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.add("In " + (1950 + i) + ", " + text + text.toUpperCase(Locale.ROOT));
    }
    List<List<AnalysedSentence>> alone = texts.stream().map(engine::analyse).toList();

    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<AnalysedSentence>>> calls = new ArrayList<>();
      for (String each : texts) {
        calls.add(() -> engine.analyse(each));
      }
      List<Future<List<AnalysedSentence>>> together = threads.invokeAll(calls);

      for (int i = 0; i < texts.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void shouldCutWhatIsTooLongForASentenceIntoPiecesThatCanBeParsed() {
    List<AnalysedSentence> sentences =
        engine.analyse("wheat and ".repeat(1_000) + "\nEnd." + ")]".repeat(1_000));

    assertThat(sentences)
        .allSatisfy(
            sentence ->
                assertThat(sentence.tokens())
                    .hasSizeLessThanOrEqualTo(SentenceSplitter.LONGEST_SENTENCE));
    assertThat(forms(sentences)).hasSizeGreaterThan(4_000 - 1);
  }

  private List<AnalysedToken> tokens(String sentence) {
    List<AnalysedSentence> sentences = engine.analyse(sentence);
    assertThat(sentences).hasSize(1);
    return sentences.get(0).tokens();
  }

  private List<String> texts(String text) {
    return engine.analyse(text).stream()
        .map(sentence -> text.substring(sentence.begin(), sentence.end()))
        .toList();
  }

  private static List<String> forms(List<AnalysedSentence> sentences) {
    return sentences.stream()
        .flatMap(sentence -> sentence.tokens().stream())
        .map(AnalysedToken::form)
        .toList();
  }

  /** Tag, relation and head of the first word with this form. */
  private static String relation(List<AnalysedToken> tokens, String form) {
    AnalysedToken token =
        tokens.stream().filter(each -> each.form().equals(form)).findFirst().orElseThrow();
    String head = token.head() < 0 ? "" : tokens.get(token.head()).form();
    return token.xpos() + " " + token.relation() + " " + head;
  }
}
