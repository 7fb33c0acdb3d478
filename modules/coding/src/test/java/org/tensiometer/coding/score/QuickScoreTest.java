package org.tensiometer.coding.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.claims.language.nlp4j.Nlp4jEngine;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.contracts.CodedClaim;

/**
 * Scores claims and coding on the labelled data beside the project and prints the figures that
 * docs/quality.md speaks of. The floors are what a change must not fall below without a reason, not
 * goals. Skipped, and said so, where the data is missing.
 */
class QuickScoreTest {

  private static LanguageEngine engine;
  private static GoldCoder coder;

  @BeforeAll
  static void load() {
    Gold.assumeThere();
    engine = Nlp4jEngine.open();
    coder = new GoldCoder(engine, LexiconClaimCoder.withDefaults());
  }

  @Test
  void shouldCodeTheActsOfLabelledSentences() {
    List<JsonNode> gold = Gold.rows("coding-dev.jsonl");
    Map<String, Double> figures =
        print("coding-dev", CodingScore.of(gold, coder.code(gold, "date")));

    assertThat(figures.get("event recall")).isGreaterThan(0.82);
    assertThat(figures.get("triple recall")).isGreaterThan(0.6);
    assertThat(figures.get("direction errors")).isLessThanOrEqualTo(0.02);
    assertThat(figures.get("coded dyads per sentence")).isLessThanOrEqualTo(0.9);
  }

  @Test
  void shouldFindWhoSpeaks() {
    List<JsonNode> gold = Gold.rows("quotes-dev.jsonl");
    Map<String, Double> figures =
        print("quotes-dev", QuotesScore.of(gold, coder.code(gold, "date")));

    assertThat(figures.get("attribution sources found")).isGreaterThan(0.73);
    assertThat(figures.get("speakers among the sources of their text")).isGreaterThan(0.7);
  }

  @Test
  void shouldDateWhatIsTold() {
    List<JsonNode> gold = Gold.rows("dates-dev.jsonl");
    Map<String, Double> figures =
        print("dates-dev", DatesScore.of(gold, coder.code(gold, "doc_date")));

    assertThat(figures.get("labelled days reported")).isGreaterThan(0.72);
    assertThat(figures.get("reported days right")).isGreaterThan(0.9);
  }

  @Test
  void shouldFindTheClaimsOfAWholeArticle() {
    String text = Gold.text("seed-article.txt");
    List<CodedClaim> claims = coder.code("seed-article", text, "2024-06-22");
    Map<String, Double> figures =
        print("seed article", SeedScore.of(text, Gold.rows("seed-article.claims.jsonl"), claims));

    assertThat(figures.get("core claims found")).isGreaterThan(0.6);
    assertThat(figures.get("precision of dyads")).isGreaterThan(0.75);
    assertThat(figures.get("factuality right")).isGreaterThan(0.85);
    assertThat(figures.get("speaker right")).isGreaterThan(0.85);
    assertThat(figures.get("date right")).isGreaterThan(0.85);
  }

  @Test
  void shouldTellWhatIsSoFromWhatIsNot() {
    FactualityScore.Result result = FactualityScore.of(Gold.rows("factuality-dev.jsonl"), engine);
    Map<String, Double> figures = print("factuality-dev", List.of(result.shares()));
    System.out.printf(
        Locale.ROOT,
        "  mean absolute error %.2f on a scale of 6, r %.2f%n",
        result.error(),
        result.correlation());

    assertThat(figures.get(result.shares().name())).isGreaterThan(0.6);
  }

  private static Map<String, Double> print(String data, List<Share> shares) {
    StringBuilder out = new StringBuilder(data).append('\n');
    shares.forEach(share -> out.append("  ").append(share).append('\n'));
    System.out.print(out);
    return shares.stream().collect(Collectors.toMap(Share::name, Share::value));
  }
}
