package org.tensiometer.operations.deadletters;

import java.util.Optional;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.DeadLetterDecision;

/**
 * A refused record in hand.
 *
 * @param id where the record stands, for instance {@code tensiometer.claims-2@17}
 * @param letter the newest dead letter about it
 * @param decision of an operator; empty while it is open
 */
public record RefusedRecord(String id, DeadLetter letter, Optional<DeadLetterDecision> decision) {}
