package org.tensiometer.view.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensiometer.contracts.Actor;
import org.tensiometer.contracts.CodedClaim;

/** The sentence of a claim, cut where a part of the claim begins or ends. */
final class Words {

  /**
   * A run of words.
   *
   * @param role what they are in the claim; null for the rest of the sentence
   */
  record Part(String text, Role role) {}

  /** What words are in a claim; where two claim the same words, the later counts. */
  enum Role {
    SPEAKER,
    TARGET,
    SOURCE,
    PREDICATE
  }

  private Words() {}

  /** The parts in order; together they are the sentence. Offsets count code points. */
  static List<Part> of(CodedClaim claim) {
    int[] points = claim.getSentence().getText().codePoints().toArray();
    Role[] roles = new Role[points.length];
    int base = claim.getSentence().getStart();
    if (claim.getSpeaker() != null) {
      mark(roles, base, claim.getSpeaker(), Role.SPEAKER);
    }
    claim.getTarget().forEach(actor -> mark(roles, base, actor, Role.TARGET));
    claim.getSource().forEach(actor -> mark(roles, base, actor, Role.SOURCE));
    mark(
        roles,
        base,
        claim.getPredicate().getStart(),
        claim.getPredicate().getEnd(),
        Role.PREDICATE);
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= points.length; i++) {
      if (i == points.length || roles[i] != roles[from]) {
        parts.add(new Part(new String(points, from, i - from), roles[from]));
        from = i;
      }
    }
    return parts;
  }

  private static void mark(Role[] roles, int base, Actor actor, Role role) {
    mark(roles, base, actor.getStart(), actor.getEnd(), role);
  }

  // A speaker or a pronoun's fuller name may stand in another sentence, and marks nothing here.
  private static void mark(Role[] roles, int base, int start, int end, Role role) {
    int from = start - base;
    int to = end - base;
    if (from >= 0 && to <= roles.length && from < to) {
      Arrays.fill(roles, from, to, role);
    }
  }
}
