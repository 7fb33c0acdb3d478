package org.tensiometer.operations.deadletters;

import java.util.Optional;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.DeadLetterMark;

/**
 * A record that was refused. Several generations may have refused it; it is one case, decided once.
 *
 * @param id where the record stands, for instance {@code tensiometer.claims-2@17}
 * @param letter the newest dead letter about it
 * @param mark what an operator decided; empty while it is open
 */
public record RefusedRecord(String id, DeadLetter letter, Optional<DeadLetterMark> mark) {

  static String id(DeadLetter letter) {
    return letter.getOriginTopic()
        + '-'
        + letter.getOriginPartition()
        + '@'
        + letter.getOriginOffset();
  }

  public boolean isOpen() {
    return mark.isEmpty();
  }
}
