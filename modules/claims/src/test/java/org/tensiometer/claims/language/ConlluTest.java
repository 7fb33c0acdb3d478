package org.tensiometer.claims.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConlluTest {

  private static final String TEXT = "Peace now.";

  private static final List<AnalysedSentence> SENTENCES =
      List.of(
          new AnalysedSentence(
              0,
              0,
              0,
              10,
              List.of(
                  new AnalysedToken(0, 0, 5, "Peace", "peace", "NOUN", "NN", "U-ORG", -1, "root"),
                  new AnalysedToken(1, 6, 9, "now", "now", "ADV", "RB", null, 0, "advmod"),
                  new AnalysedToken(2, 9, 10, ".", ".", "PUNCT", ".", null, 0, "punct"))));

  @Test
  void shouldReadBackWhatItWrote() {
    assertThat(Conllu.read(Conllu.write(TEXT, SENTENCES))).isEqualTo(SENTENCES);
  }

  @Test
  void shouldNameTheLineThatHasTooFewColumns() {
    assertThatThrownBy(() -> Conllu.read("# sent_id = 0\n1\tPeace\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("10");
  }

  @Test
  void shouldGuessOffsetsWhereAFileHasNone() {
    String bare =
        "1\tPeace\tpeace\tNOUN\tNN\t_\t0\troot\t_\t_\n2\tnow\tnow\tADV\tRB\t_\t1\tadvmod\t_\t_\n";

    List<AnalysedToken> tokens = Conllu.read(bare).get(0).tokens();

    assertThat(tokens.get(1).begin()).isEqualTo(6);
    assertThat(tokens.get(1).end()).isEqualTo(9);
  }
}
