package org.tensiometer.operations.deadletters;

import java.time.Instant;
import java.util.Set;
import org.tensiometer.contracts.DeadLetter;

/**
 * Which refused records are meant; all that is given must hold.
 *
 * @param ids empty for any
 * @param reason null for any
 * @param topic topic the record was read from; null for any
 * @param article null for any
 * @param from first time of writing of the refused record; null for no bound
 * @param to time of writing before which it must be; null for no bound
 */
public record Selection(
    Set<String> ids, String reason, String topic, String article, Instant from, Instant to) {

  /** Every refused record. */
  public static final Selection ALL = new Selection(Set.of(), null, null, null, null, null);

  public Selection {
    ids = Set.copyOf(ids);
  }

  boolean takes(RefusedRecord refused) {
    DeadLetter letter = refused.letter();
    return (ids.isEmpty() || ids.contains(refused.id()))
        && isOrAny(reason, letter.getReason())
        && isOrAny(topic, letter.getOriginTopic())
        && isOrAny(article, letter.getArticleId())
        && (from == null || !letter.getOriginTimestamp().isBefore(from))
        && (to == null || letter.getOriginTimestamp().isBefore(to));
  }

  private static boolean isOrAny(String wanted, String found) {
    return wanted == null || wanted.equals(found);
  }
}
