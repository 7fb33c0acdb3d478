package org.tensiometer.claims.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.claims.attribution.Quotations;
import org.tensiometer.claims.language.nlp4j.SharedEngine;

/** What is no prose, through the real engine: nothing fails, and every offset is right. */
class BadInputTest {

  private final ClaimSplitter splitter = new DependencyClaimSplitter(SharedEngine.get());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BORDURIA ATTACKS SYLDAVIA AS ENVOYS MEET IN KLOW. \u201CNO DEAL,\u201D SAYS ROE.",
        "Borduria met Syldavia on Friday Roe said they agreed the king left Klow it rained",
        "\u201CWe met Syldavia, \u201Cshe said. \"No, Roe said. \u2018Never. \u201D\u2019\u2019",
        "<p>Borduria&nbsp;<b>met</b> Syldavia</p><br/>&lt;div&gt; [caption id=\"x\"] {{more}}",
        "\u202EBorduria\u202C met \u0627\u0644\u0648\u0632\u064A\u0631 \u200F\u05E9\u05DC\u05D5\u05DD of Syldavia\u0000\u0007.",
        "\uD83D\uDE80 Borduria \uD83C\uDDFA\uD83C\uDDF8 attacked \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 Syldavia \uD83D",
        "| Borduria | 12.5 % | \u2014 |\n| Syldavia | 7 | n/a |\n\t1.\tRoe\t2.\tDoe\n- Klow\n* Szohod",
        "KLOW, Syldavia (AFP) - ",
        "Roe: ",
        "...!!!???"
      })
  void shouldKeepOffsetsRight(String body) {
    OffsetsTest.assertOffsets(body, splitter);
  }

  @Test
  void shouldReadASentenceOfTenThousandWords() {
    String body = "Borduria attacked Syldavia and \uD83D\uDE80 ".repeat(2_000);

    OffsetsTest.assertOffsets(body, splitter);
    assertThat(splitter.split(Articles.of(body, null))).hasSizeGreaterThan(1_000);
  }

  @Test
  void shouldFindQuotationsOfAnEndlessLineThatAreNeverClosed() {
    String body = "\u2018a \u2019s ".repeat(400_000);

    assertThat(Quotations.find(body)).isNotNull();
  }

  @Property(tries = 150)
  void everyOffsetOfAnyTextCutsOutTheWordsItNames(@ForAll("texts") String body) {
    OffsetsTest.assertOffsets(body, splitter);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> news =
        Arbitraries.of(
            "Borduria attacked Syldavia",
            "on Friday",
            "\u201CWe regret it,\u201D she said.",
            "Roe:",
            "warned that",
            "both countries",
            "each other",
            "KLOW (AFP) - ",
            "its troops",
            "\n",
            ". ",
            "\u201C",
            "\"",
            "\u2018");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(10);
    return Arbitraries.oneOf(news, any).list().ofMaxSize(25).map(parts -> String.join(" ", parts));
  }
}
