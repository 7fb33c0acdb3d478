package org.tensiometer.coding.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tensiometer.claims.factuality.FactualityRules;
import org.tensiometer.claims.grammar.ClauseRepairs;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.LanguageEngine;
import org.tensiometer.contracts.Factuality;

/**
 * Factuality of event words, labelled from -3, certainly not, to +3, certainly so, as means over
 * readers. Each of our values stands at one place of that scale; three classes are counted as well:
 * so (from 1.5), not so (to -1.5) and open between.
 */
final class FactualityScore {

  private static final double SO = 1.5;

  private final List<double[]> values = new ArrayList<>();
  private int right;

  /**
   * Figures of the labelled words.
   *
   * @param shares words of the right class
   * @param error mean absolute error on the scale of 6
   * @param correlation Pearson's r
   */
  record Result(Share shares, double error, double correlation) {}

  static Result of(List<JsonNode> gold, LanguageEngine engine) {
    FactualityScore score = new FactualityScore();
    for (JsonNode row : gold) {
      score.add(row, engine);
    }
    return score.result();
  }

  private void add(JsonNode row, LanguageEngine engine) {
    String text = row.path("text").asText();
    List<SentenceTree> trees =
        engine.analyse(text).stream().map(ClauseRepairs::repair).map(SentenceTree::new).toList();
    int[] starts = starts(text, row.path("tokens"));
    for (JsonNode event : row.path("events")) {
      double labelled = event.path("factuality").asDouble();
      double given = place(factuality(trees, starts[event.path("token").asInt()]));
      values.add(new double[] {labelled, given});
      right += side(labelled) == side(given) ? 1 : 0;
    }
  }

  private static int side(double value) {
    return value >= SO ? 1 : value <= -SO ? -1 : 0;
  }

  private static double place(Factuality factuality) {
    return switch (factuality) {
      case ASSERTED -> 3;
      case REPORTED -> 1;
      case INTENDED -> 1;
      case CONDITIONAL -> 0;
      case DENIED -> -2.5;
    };
  }

  /** What the rules say of the word at an offset. */
  private static Factuality factuality(List<SentenceTree> trees, int offset) {
    for (SentenceTree tree : trees) {
      AnalysedSentence sentence = tree.sentence();
      for (int i = 0; i < tree.size() && offset < sentence.end(); i++) {
        if (tree.token(i).end() > offset) {
          return FactualityRules.judge(tree, i).factuality();
        }
      }
    }
    throw new IllegalStateException("No word at " + offset);
  }

  /** Where each labelled token begins in the text; a token that is not found is passed over. */
  private static int[] starts(String text, JsonNode tokens) {
    int[] starts = new int[tokens.size()];
    int at = 0;
    for (int i = 0; i < starts.length; i++) {
      String form = tokens.get(i).asText();
      int found = text.indexOf(form, at);
      starts[i] = found < 0 ? at : found;
      at = found < 0 ? at : found + form.length();
    }
    return starts;
  }

  private Result result() {
    double error = values.stream().mapToDouble(v -> Math.abs(v[0] - v[1])).average().orElse(0);
    return new Result(
        new Share("event words of the right factuality", right, values.size()),
        error,
        correlation());
  }

  private double correlation() {
    double meanX = values.stream().mapToDouble(v -> v[0]).average().orElse(0);
    double meanY = values.stream().mapToDouble(v -> v[1]).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (double[] v : values) {
      xy += (v[0] - meanX) * (v[1] - meanY);
      xx += (v[0] - meanX) * (v[0] - meanX);
      yy += (v[1] - meanY) * (v[1] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
