package org.tensiometer.coding;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.tensiometer.coding.acts.ActLexicon;
import org.tensiometer.coding.acts.ActPattern;
import org.tensiometer.coding.acts.ClaimTree;
import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.EventType;
import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;

/**
 * How certain a coded act is. What is said is said, whatever it speaks of: a threat of what one
 * will do is made by saying so. But who will warn, or could condemn, has not done it yet.
 */
final class ActFactuality {

  private static final Set<String> FIRST_PERSON = Set.of("i", "we");

  /** "I would urge him", "we must warn": who says so of himself does it by saying so. */
  private static final Set<String> PERFORMATIVE = Set.of("would", "'d", "must", "want", "wish");

  /** Word set of the verbs that give a word for a deed, and of those that plan or propose one. */
  private static final String OFFERING = "offering";

  private static final String PLANNING = "planning";

  /** What is done, not said: who plans or proposes it has not done it. */
  private static final Set<EventType> DEEDS =
      EnumSet.of(
          EventType.AID,
          EventType.ASSAULT,
          EventType.COERCE,
          EventType.COOPERATE,
          EventType.PROTEST,
          EventType.RETREAT,
          EventType.SANCTION);

  private static final Set<String> CONDITIONS = Set.of("if", "unless", "lest", "provided");

  private final ActLexicon acts;

  ActFactuality(ActLexicon acts) {
    this.acts = acts;
  }

  Factuality of(Claim claim, ActPattern pattern, ClaimTree tree) {
    boolean affirmed = claim.getPolarity() == Polarity.AFFIRMED || pattern.isOfNegation();
    // Hearsay about the saying leaves it open.
    boolean judged = pattern.says() && affirmed && claim.getModality() != Modality.HEDGED;
    if (judged && isPerformed(claim, pattern, tree)) {
      return Factuality.ASSERTED;
    }
    return claim.getFactuality() == Factuality.ASSERTED && isYetToBeDone(claim, pattern)
        ? Factuality.INTENDED
        : claim.getFactuality();
  }

  /** Aid that is offered is yet to be given, and so is a deed that is planned or proposed. */
  private boolean isYetToBeDone(Claim claim, ActPattern pattern) {
    String verb = claim.getPredicate().getLemma().toLowerCase(Locale.ROOT);
    boolean planned =
        DEEDS.contains(pattern.event()) && !pattern.says() && acts.isInSet(PLANNING, verb);
    return planned || pattern.event() == EventType.AID && acts.isInSet(OFFERING, verb);
  }

  /** Whether the words that leave the act open belong to what is said, not to the saying. */
  private static boolean isPerformed(Claim claim, ActPattern pattern, ClaimTree tree) {
    String cue = claim.getModalityCue();
    if (cue == null || pattern.isOfModality()) {
      return true;
    }
    String word = cue.toLowerCase(Locale.ROOT);
    if (pattern.isOfNegation()) {
      return !CONDITIONS.contains(word);
    }
    if (pattern.isOfSpeaker()) {
      return !CONDITIONS.contains(word);
    }
    // "He threatened to strike if they came": it is the strike that has a condition.
    boolean conditional = claim.getModality() == Modality.CONDITIONAL;
    if (conditional && tree.isPlainlyFinite()) {
      return true;
    }
    return word.equals("to") && tree.isUnderPast()
        || PERFORMATIVE.contains(word) && isFirstPerson(tree);
  }

  private static boolean isFirstPerson(ClaimTree tree) {
    return tree.role("subj").stream()
        .anyMatch(f -> FIRST_PERSON.contains(f.mention().getText().toLowerCase(Locale.ROOT)));
  }
}
