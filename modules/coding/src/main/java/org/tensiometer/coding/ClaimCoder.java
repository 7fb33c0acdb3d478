package org.tensiometer.coding;

import java.util.List;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;

/**
 * Turns what a sentence says into parties and an event type. A pure function of claim and lexicon,
 * safe for use by many threads at once.
 */
public interface ClaimCoder {

  /**
   * Codes a claim. Disposition is INDEXED or NOT_INDEXED, the latter with its reason; whether a
   * claim is late is not decided here.
   *
   * @param event an event with a claim
   * @param generation generation to write into the coded claim
   * @throws IllegalArgumentException if the event carries no claim
   */
  CodedClaim code(ClaimEvent event, String generation);

  /** The pairs that a claim of this coder counts in, each once, sorted: those of countries. */
  default List<Dyad> dyads(CodedClaim claim) {
    return Dyads.of(claim);
  }
}
