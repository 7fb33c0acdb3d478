package org.tensiometer.claims.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tensiometer.claims.factuality.Judgement;
import org.tensiometer.claims.grammar.NounPhrases;
import org.tensiometer.claims.grammar.SentenceTree;
import org.tensiometer.claims.grammar.WordLists;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;

/**
 * Announced acts: "Ruritania will sell the ships" tells two things, a sale that is intended and a
 * word that is given. The second is a claim of its own, made by the auxiliary. So is what somebody
 * says he will do if or unless: a threat or an offer.
 */
final class Announcements {

  /** What is announced is announced, whatever becomes of it. */
  static final Judgement ASSERTED =
      new Judgement(Polarity.AFFIRMED, Modality.NONE, null, Factuality.ASSERTED);

  private static final Set<String> CONDITIONS = Set.of("if", "unless", "until", "provided");
  private static final Set<String> BELIEVING =
      WordLists.words(Announcements.class, "believing-verbs.txt");
  private static final Set<String> WILL = Set.of("will", "would", "shall", "'ll", "’ll");

  private Announcements() {}

  /**
   * The auxiliary that announces an act of a party.
   *
   * @param verb the act
   * @param roles its arguments
   * @param judgement how certain the act is
   * @param spoken whether somebody says it: then what he will do on a condition is announced too
   * @return {@link SentenceTree#NONE} if nothing is announced: the act has no agent that is a
   *     party, is no intention, is denied, or is intended in another way
   */
  static int auxiliary(
      SentenceTree tree, int verb, List<Role> roles, Judgement judgement, boolean spoken) {
    boolean affirmed = judgement.polarity() == Polarity.AFFIRMED && judgement.cue() != null;
    boolean intended = judgement.factuality() == Factuality.INTENDED;
    boolean conditional =
        spoken
            && affirmed
            && judgement.factuality() == Factuality.CONDITIONAL
            && CONDITIONS.contains(judgement.cue().toLowerCase(Locale.ROOT));
    if (!affirmed
        || isBelieved(tree, verb)
        || !intended && !conditional
        || roles.stream().noneMatch(Announcements::isAgent)) {
      return SentenceTree.NONE;
    }
    for (int child : tree.children(verb)) {
      boolean cue = tree.form(child).equals(judgement.cue());
      boolean will = conditional && WILL.contains(tree.lemma(child));
      if (tree.hasRelation(child, "aux") && (cue || will)) {
        return child;
      }
    }
    return SentenceTree.NONE;
  }

  /** "I think he will sell it" announces nothing. */
  private static boolean isBelieved(SentenceTree tree, int verb) {
    int governor = tree.head(verb);
    return governor != SentenceTree.NONE
        && tree.hasRelation(verb, "ccomp")
        && BELIEVING.contains(tree.lemma(governor));
  }

  private static boolean isAgent(Role role) {
    boolean agent = role.name().equals("nsubj") || role.name().equals("obl:agent");
    return agent && NounPhrases.namesParty(role.phrase());
  }
}
