package org.tensiometer.claims.factuality;

import org.tensiometer.contracts.Factuality;
import org.tensiometer.contracts.Modality;
import org.tensiometer.contracts.Polarity;

/**
 * How certain the text makes an act.
 *
 * @param polarity whether it is negated
 * @param modality what is added to the bare predicate
 * @param cue word that decided, as published; null for a plain statement
 * @param factuality the two together
 */
public record Judgement(Polarity polarity, Modality modality, String cue, Factuality factuality) {}
