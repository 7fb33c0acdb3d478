package org.tensiometer.claims.factuality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.claims.grammar.ClauseRepairs;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.Conllu;
import org.tensiometer.contracts.Factuality;

/** Judges words of stored analyses. */
class FactualityRulesTest {

  private static final List<AnalysedSentence> SENTENCES = stored();

  @ParameterizedTest(name = "\"{1}\" of sentence {0} is {2}")
  @CsvSource({
    // What comes before an act that is yet to come is yet to come; its negation is its own.
    "0, attacking, INTENDED",
    "6, attacking, ASSERTED",
    // "Not only" denies nothing.
    "1, attack, ASSERTED",
    // What is suspended does not take place.
    "2, sales, DENIED",
    // An aim or a strategy that is "to do" is still to be done.
    "3, lean, INTENDED",
    "4, attacking, CONDITIONAL",
    "5, resuming, DENIED",
    // What is ended took place until then.
    "7, war, ASSERTED",
    // What an inquiry did not find is open; of what there is no sign is denied.
    "8, attacked, CONDITIONAL",
    "11, attacked, DENIED",
    "9, talks, INTENDED",
    // A condition may do without "if".
    "10, attack, CONDITIONAL",
    "12, attack, DENIED",
    // "Without" denies once.
    "13, attacking, DENIED",
    "14, attacking, CONDITIONAL",
    // A clause with a subject of its own is no part of what is denied.
    "15, striking, DENIED",
    "15, questioned, ASSERTED",
    // Any talks are possible ones; a strike under what would be is none yet.
    "16, talks, CONDITIONAL",
    "17, strike, CONDITIONAL",
    "18, signed, DENIED",
    // What a noun is for is yet to be done, unless the noun is singled out by its having been done.
    "19, help, INTENDED",
    "20, visit, ASSERTED",
    "21, restraining, INTENDED",
    // A condition and a modal are shared.
    "22, attacks, CONDITIONAL",
    "23, hit, CONDITIONAL",
    // Who denies a claim does not deny that it was made, but denies what it says.
    "24, claims, ASSERTED",
    "25, attacked, DENIED",
    // What comes after an act is no part of it.
    "26, attack, ASSERTED",
    "29, call, ASSERTED",
    "27, threatens, DENIED",
    // Who rules out any talks rules them out.
    "28, ruled, ASSERTED",
    "28, talks, DENIED",
    // Attacks that are halted took place, sales that are halted do not.
    "30, attacks, ASSERTED",
    "31, sales, DENIED",
    "32, meeting, INTENDED",
    "33, condemning, DENIED",
    "34, attacking, CONDITIONAL",
    // What is the way or the goal need not take place.
    "35, Talks, CONDITIONAL",
    "36, opening, CONDITIONAL",
    "37, leave, INTENDED",
    // Bare plurals under what is yet to come are none yet, nor is what a door is open to.
    "38, talks, CONDITIONAL",
    "41, dialogue, CONDITIONAL",
    "42, talks, INTENDED",
    // Of what has not been seen it stays open whether it is so.
    "39, attacked, CONDITIONAL",
    "40, help, CONDITIONAL"
  })
  void shouldFollowFromWhatGoverns(int sentence, String word, Factuality factuality) {
    SentenceTree tree = new SentenceTree(ClauseRepairs.repair(SENTENCES.get(sentence)));
    int predicate = 0;
    while (!tree.form(predicate).equals(word)) {
      predicate++;
    }

    assertThat(FactualityRules.judge(tree, predicate).factuality()).isEqualTo(factuality);
  }

  private static List<AnalysedSentence> stored() {
    try (InputStream in =
        FactualityRulesTest.class.getResourceAsStream(
            "/org/tensiometer/claims/factuality.conllu")) {
      return Conllu.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
