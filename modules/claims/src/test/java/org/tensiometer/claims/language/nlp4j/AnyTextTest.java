package org.tensiometer.claims.language.nlp4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.AnalysedToken;

/** Whatever the text, the analysis covers it word by word and every tree is a tree. */
class AnyTextTest {

  private final Nlp4jEngine engine = SharedEngine.get();

  @Property(tries = 400)
  void shouldCutEveryWordOutOfTheText(@ForAll("texts") String text) {
    StringBuilder covered = new StringBuilder();
    int at = 0;
    for (AnalysedSentence sentence : engine.analyse(text)) {
      assertThat(sentence.begin()).isEqualTo(sentence.tokens().get(0).begin());
      for (AnalysedToken token : sentence.tokens()) {
        assertThat(token.begin()).isGreaterThanOrEqualTo(at);
        assertThat(token.form()).isNotEmpty().isEqualTo(text.substring(token.begin(), token.end()));
        assertThat(token.lemma()).isNotEmpty();
        assertThat(splitsSurrogates(text, token.begin())).isFalse();
        assertThat(splitsSurrogates(text, token.end())).isFalse();
        covered.append(token.form());
        at = token.end();
      }
      assertIsForest(sentence.tokens());
    }

    assertThat(withoutSpace(covered.toString())).isEqualTo(withoutSpace(text));
  }

  private static boolean splitsSurrogates(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
  }

  private static void assertIsForest(List<AnalysedToken> tokens) {
    for (AnalysedToken token : tokens) {
      int steps = 0;
      for (int at = token.index(); at >= 0; at = tokens.get(at).head()) {
        assertThat(steps++).as("steps from %s to its root", token).isLessThan(tokens.size());
      }
      assertThat(token.relation().equals("root")).isEqualTo(token.head() < 0);
    }
  }

  private static String withoutSpace(String text) {
    StringBuilder kept = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (!NormalText.isSpace(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "said",
                "Kim",
                "U.S.",
                "\u201C",
                "\u201D",
                "\u2018",
                "\u2019s",
                "\"",
                "'",
                "(",
                ")",
                "[",
                "...",
                "\u2026",
                ". ",
                "?!",
                "-",
                "\u2014",
                "$5m",
                "10km",
                "no.",
                "1990s",
                "\uD83D\uDE00",
                "\uD83C\uDDFA\uD83C\uDDF8",
                "e\u0301",
                "\u00AD",
                "\u0000",
                "\u0007",
                "\uFEFF",
                "\u200B",
                "\u00A0",
                "\n",
                "\r\n",
                "\t",
                "http://a.b/c?d=e",
                "@who",
                "#tag",
                ":-)",
                "can't",
                "1/2",
                "\uD800",
                "\uDC00",
                "a@b.cd",
                "x".repeat(450),
                "%",
                "( 1 )"),
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.strings().alpha().ofMaxLength(8).map(word -> " " + word + " "));
    return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
  }
}
