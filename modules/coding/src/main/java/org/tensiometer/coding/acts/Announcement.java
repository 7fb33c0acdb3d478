package org.tensiometer.coding.acts;

import org.tensiometer.contracts.EventType;

/**
 * What it is to announce an act of some type: who will give has agreed to give.
 *
 * @param event event type of announcing
 * @param mode PLOVER mode; null if none
 * @param cameo CAMEO code; null if unclear
 * @param trust how often the announcement is right where the act is, 0 to 1
 */
public record Announcement(EventType event, String mode, String cameo, double trust) {

  /** Ends the id of the rule for the act. */
  static final String RULE = "+announced";

  ActPattern of(ActPattern act) {
    return new ActPattern(
        act.id() + RULE,
        act.conditions(),
        act.source(),
        act.target(),
        event,
        mode,
        cameo,
        act.context(),
        act.reciprocal(),
        true,
        act.confidence() * trust,
        null);
  }
}
