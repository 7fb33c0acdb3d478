package org.tensiometer.claims.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensiometer.claims.language.AnalysedSentence;
import org.tensiometer.claims.language.Conllu;

/** Who does what, in stored analyses with their repairs. */
class ClausesTest {

  private static final List<AnalysedSentence> SENTENCES = stored();

  @Test
  void shouldLetThoseActWhoArePaidTo() {
    SentenceTree tree = repaired(0);

    assertThat(Clauses.subject(tree, word(tree, "kill"))).isEqualTo(word(tree, "guards"));
    assertThat(Clauses.subject(tree, word(tree, "paid"))).isEqualTo(word(tree, "Chad"));
  }

  @Test
  void shouldTakeNoVisitFromVisitingEnvoys() {
    SentenceTree tree = repaired(1);
    int envoys = word(tree, "envoys");

    assertThat(tree.relation(word(tree, "visiting"))).isEqualTo("amod");
    assertThat(tree.head(word(tree, "visiting"))).isEqualTo(envoys);
    assertThat(tree.relation(envoys)).isEqualTo("obj");
    assertThat(tree.head(envoys)).isEqualTo(word(tree, "told"));
  }

  @Test
  void shouldTakeAnInvertedClauseForACondition() {
    SentenceTree tree = repaired(2);

    assertThat(tree.relation(word(tree, "fail"))).isEqualTo("advcl");
    assertThat(tree.head(word(tree, "fail"))).isEqualTo(word(tree, "threatened"));
    assertThat(tree.relation(word(tree, "threatened"))).isEqualTo("root");
  }

  @Test
  void shouldSayOfTheObjectWhatItIsHeldToBe() {
    SentenceTree tree = repaired(3);

    assertThat(tree.relation(word(tree, "Niger"))).isEqualTo("obj");
    assertThat(tree.head(word(tree, "Niger"))).isEqualTo(word(tree, "holds"));
    assertThat(tree.relation(word(tree, "responsible"))).isEqualTo("xcomp");
  }

  private static SentenceTree repaired(int sentence) {
    return new SentenceTree(ClauseRepairs.repair(SENTENCES.get(sentence)));
  }

  private static int word(SentenceTree tree, String form) {
    int i = 0;
    while (!tree.form(i).equals(form)) {
      i++;
    }
    return i;
  }

  private static List<AnalysedSentence> stored() {
    try (InputStream in =
        ClausesTest.class.getResourceAsStream("/org/tensiometer/claims/clauses.conllu")) {
      return Conllu.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
