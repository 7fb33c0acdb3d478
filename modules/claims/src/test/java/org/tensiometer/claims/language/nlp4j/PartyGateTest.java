package org.tensiometer.claims.language.nlp4j;

import static org.assertj.core.api.Assertions.assertThat;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensiometer.claims.language.nlp4j.model.WordNode;

class PartyGateTest {

  private final PartyGate gate = new PartyGate();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Peru/NNP left/VBD",
        "French/JJ ships/NNS left/VBD",
        "ships/NNS of/IN Peru/NNP",
        "he/PRP left/VBD",
        "the/DT ministry/NN said/VBD so/RB",
        "three/CD sailors/NNS fled/VBD",
        "\"/`` gone/VBN \"/''",
        "who/WP won/VBD"
      })
  void shouldAdmitWhatMayHaveAParty(String sentence) {
    assertThat(gate.admits(nodes(sentence))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Prices/NNS rose/VBD", "The/DT storm/NN passed/VBD", "12.5/CD ;/: 3/CD"})
  void shouldSpareWhatHasNone(String sentence) {
    assertThat(gate.admits(nodes(sentence))).isFalse();
  }

  @Test
  void shouldAdmitTheSentenceBehindAQuotation() {
    gate.admits(nodes("\"/`` gone/VBN \"/''"));
    assertThat(gate.admits(nodes("a/DT poet/NN said/VBD"))).isTrue();
    assertThat(gate.admits(nodes("a/DT storm/NN passed/VBD"))).isFalse();
  }

  private static NLPNode[] nodes(String sentence) {
    String[] words = sentence.split(" ");
    NLPNode[] nodes = new NLPNode[words.length + 1];
    nodes[0] = new NLPNode().toRoot();
    for (int i = 0; i < words.length; i++) {
      int slash = words[i].lastIndexOf('/');
      nodes[i + 1] = new WordNode(i + 1, words[i].substring(0, slash));
      nodes[i + 1].setPartOfSpeechTag(words[i].substring(slash + 1));
    }
    return nodes;
  }
}
