package org.tensiometer.coding.acts;

import java.util.List;
import org.tensiometer.contracts.EventType;

/**
 * A pattern over the words around a predicate and the event it makes.
 *
 * @param id name of the rule, for instance aid.give-arms
 * @param conditions all must hold
 * @param source where the acting party stands; the first path with a recognised party decides
 * @param target where the other party stands
 * @param event PLOVER event type
 * @param mode PLOVER mode; null if none
 * @param cameo CAMEO code; null if unclear
 * @param context PLOVER context; null if unclear
 * @param reciprocal whether the act goes both ways
 * @param says whether it is an act of saying: asserted by being said, whatever it speaks of
 * @param confidence how often the rule is expected to be right, 0 to 1
 * @param example a sentence of our own that it codes; null if there is none yet
 */
public record ActPattern(
    String id,
    List<Condition> conditions,
    List<RolePath> source,
    List<RolePath> target,
    EventType event,
    String mode,
    String cameo,
    String context,
    boolean reciprocal,
    boolean says,
    double confidence,
    String example) {

  /** Whether who it is done to stands as its object. */
  public boolean actsOnObject() {
    return target.stream().anyMatch(path -> path.steps().equals(List.of("obj")));
  }

  /** Whether the act is that something is not done: who will not leave refuses to. */
  public boolean isOfNegation() {
    return conditions.stream().anyMatch(Condition.Negated.class::isInstance);
  }

  /** Whether a word of modality makes the act: who must do a thing is asked to. */
  public boolean isOfModality() {
    return conditions.stream().anyMatch(Condition.Cue.class::isInstance);
  }

  /** Whether the act is what somebody says of another, in whatever clause. */
  public boolean isOfSpeaker() {
    return source.stream().anyMatch(path -> path.steps().equals(List.of("speaker")));
  }

  /** How narrow it is. */
  int weight() {
    return conditions.stream().mapToInt(Condition::weight).sum();
  }

  boolean matches(ClaimTree tree, Condition.PartyTest parties) {
    for (Condition condition : conditions) {
      if (!condition.holds(tree, parties)) {
        return false;
      }
    }
    return true;
  }
}
