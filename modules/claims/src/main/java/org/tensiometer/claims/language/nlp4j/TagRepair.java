package org.tensiometer.claims.language.nlp4j;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.util.Map;

/**
 * Mends tags before the parser sees them: in pairs of words listed in {@code tag-repairs.tsv}, the
 * first is a noun (<i>warning shots</i>), where the tagger may take it for a verb. A single word
 * listed is no preposition (<i>regional rival Peru</i>).
 */
final class TagRepair {

  private static final Map<String, String> REPAIRS = WordLists.read("tag-repairs.tsv");

  private TagRepair() {}

  static void apply(NLPNode[] nodes) {
    for (int i = 1; i + 1 < nodes.length; i++) {
      String word = nodes[i].getWordFormLowercase();
      boolean preposition = "IN".equals(nodes[i].getPartOfSpeechTag());
      String tag =
          REPAIRS.get(preposition ? word : word + " " + nodes[i + 1].getWordFormLowercase());
      if (tag != null) {
        nodes[i].setPartOfSpeechTag(tag);
      }
    }
  }
}
