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

  /** Only this one. */
  public static Selection of(String id) {
    return new Selection(Set.of(id), null, null, null, null, null);
  }

  /** Whether this one may be meant, as far as its id tells. */
  boolean takesId(String id) {
    return ids.isEmpty() || ids.contains(id);
  }

  boolean takes(String id, DeadLetter letter) {
    return takes(
        id,
        letter.getReason(),
        letter.getOriginTopic(),
        letter.getArticleId(),
        letter.getOriginTimestamp());
  }

  boolean takes(String id, String itsReason, String itsTopic, String itsArticle, Instant written) {
    return takesId(id)
        && isOrAny(reason, itsReason)
        && isOrAny(topic, itsTopic)
        && isOrAny(article, itsArticle)
        && (from == null || !written.isBefore(from))
        && (to == null || written.isBefore(to));
  }

  private static boolean isOrAny(String wanted, String found) {
    return wanted == null || wanted.equals(found);
  }
}
