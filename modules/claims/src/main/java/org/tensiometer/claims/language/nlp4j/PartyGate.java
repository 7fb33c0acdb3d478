package org.tensiometer.claims.language.nlp4j;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.util.Locale;
import org.tensiometer.claims.grammar.WordLists;

/**
 * Decides from words and part-of-speech tags whether a sentence can hold a claim at all, so that
 * the others are spared names and tree, which cost five sixths of an analysis. A claim needs a
 * party: a name, an adjective made from one, a pronoun or a short form such as <i>the ministry</i>,
 * or somebody who says it. A sentence with quotation marks, and the one behind it, may tell who
 * speaks. So no claim is lost (docs/decisions/0046).
 */
final class PartyGate {

  /** Where a sentence stands is told by the sentence before it. */
  private boolean afterQuotation;

  /**
   * Whether the next sentence is worth a tree.
   *
   * @param nodes the tagged sentence, behind the artificial root
   */
  boolean admits(NLPNode[] nodes) {
    boolean admitted = afterQuotation;
    boolean quotation = false;
    for (int i = 1; i < nodes.length; i++) {
      String form = nodes[i].getWordForm();
      quotation |= isQuotationMark(form);
      admitted |= isParty(form, nodes[i].getPartOfSpeechTag(), i == 1);
    }
    afterQuotation = quotation;
    return admitted || quotation;
  }

  private static boolean isQuotationMark(String form) {
    return form.startsWith("\"") || form.startsWith("'") && !form.equals("'s") || form.equals("``");
  }

  private static boolean isParty(String form, String tag, boolean first) {
    if (tag.startsWith("NNP")
        || tag.startsWith("PRP")
        || tag.startsWith("WP")
        || tag.equals("FW")) {
      return true;
    }
    boolean capital = Character.isUpperCase(form.codePointAt(0));
    // Every first word is capital; adjectives among them may be made from names.
    if (capital && (!first || tag.startsWith("JJ"))) {
      return true;
    }
    String lower = form.toLowerCase(Locale.ROOT);
    return WordLists.REFERRING.contains(lower) || isReferringNoun(lower, tag);
  }

  private static boolean isReferringNoun(String lower, String tag) {
    if (!tag.startsWith("NN")) {
      return false;
    }
    String singular =
        lower.endsWith("ies")
            ? lower.substring(0, lower.length() - 3) + "y"
            : lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    return WordLists.SHORT_FORMS.contains(lower)
        || WordLists.SHORT_FORMS.contains(singular)
        || WordLists.PEOPLE.contains(lower)
        || WordLists.PEOPLE.contains(singular);
  }
}
