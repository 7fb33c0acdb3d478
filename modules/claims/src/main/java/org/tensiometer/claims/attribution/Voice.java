package org.tensiometer.claims.attribution;

import org.tensiometer.claims.grammar.Phrase;
import org.tensiometer.contracts.Attribution;

/**
 * Whose words a predicate belongs to.
 *
 * @param speaker who says it; null for the outlet itself
 * @param cue the reporting word or words as published; null without
 * @param cueToken token of the reporting word in the speaker's sentence; -1 without
 * @param carrier who passed it on; null if nobody did
 * @param attribution how the words reach the reader
 */
public record Voice(
    Phrase speaker, String cue, int cueToken, Phrase carrier, Attribution attribution) {

  /** The outlet itself. */
  public static final Voice NARRATOR = new Voice(null, null, -1, null, Attribution.NARRATED);
}
