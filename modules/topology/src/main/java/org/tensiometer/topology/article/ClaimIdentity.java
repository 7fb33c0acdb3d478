package org.tensiometer.topology.article;

import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.Ids;
import org.tensiometer.topology.deadletter.RefusedRecordException;
import org.tensiometer.wire.deadletters.DeadLetters;

/**
 * Whether a claim event is what its key says. Everything that is ever taken back or erased is found
 * by these ids, so an event that contradicts them must not reach the state.
 */
final class ClaimIdentity {

  private ClaimIdentity() {}

  /**
   * @throws RefusedRecordException if article, index, number of claims or claim id contradict each
   *     other
   */
  static void require(ClaimKey key, ClaimEvent event) {
    if (!event.getArticleId().equals(key.articleId()) || event.getClaimIndex() != key.index()) {
      throw refused(
          event,
          "is claim "
              + event.getClaimIndex()
              + " of article "
              + event.getArticleId()
              + " under the key "
              + key);
    }
    boolean without = event.getClaim() == null;
    if (without != (event.getClaimCount() == 0) || without && event.getClaimIndex() != 0) {
      throw refused(
          event,
          "has claim_count "
              + event.getClaimCount()
              + ", claim_index "
              + event.getClaimIndex()
              + (without ? " and no claim" : " and a claim")
              + "; a revision without claims has 0, 0 and none");
    }
    if (without) {
      return;
    }
    if (event.getClaimIndex() >= event.getClaimCount()) {
      throw refused(
          event, "is claim " + event.getClaimIndex() + " of " + event.getClaimCount() + ", from 0");
    }
    String id = idOf(event);
    if (!event.getClaim().getClaimId().equals(id)) {
      throw refused(event, "has the id " + event.getClaim().getClaimId() + " instead of " + id);
    }
  }

  private static String idOf(ClaimEvent event) {
    return Ids.claim(
        event.getArticleId(), event.getRevision().getContentHash(), event.getClaimIndex());
  }

  private static RefusedRecordException refused(ClaimEvent event, String what) {
    String claimId = event.getClaim() == null ? null : event.getClaim().getClaimId();
    return new RefusedRecordException(DeadLetters.INVALID, claimId, "The claim event " + what);
  }
}
