package org.tensiometer.coding;

import org.tensiometer.contracts.Claim;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;

/** What every coder takes over from a claim event as it is. */
public final class UncodedClaim {

  private UncodedClaim() {}

  /**
   * A coded claim with article, revision, words and engine of the event; parties, act, day and
   * disposition are the coder's to set.
   *
   * @throws IllegalArgumentException if the event has no claim
   */
  public static CodedClaim.Builder of(ClaimEvent event, String generation) {
    Claim claim = event.getClaim();
    if (claim == null) {
      throw new IllegalArgumentException(
          "Article " + event.getArticleId() + " has no claim in this event; there is none to code");
    }
    return CodedClaim.newBuilder()
        .setClaimId(claim.getClaimId())
        .setArticleId(event.getArticleId())
        .setUrl(event.getUrl())
        .setOutlet(event.getOutlet())
        .setTitle(event.getTitle())
        .setPublished(event.getPublished())
        .setReceivedAt(event.getReceivedAt())
        .setRevision(event.getRevision())
        .setClaimIndex(event.getClaimIndex())
        .setGeneration(generation)
        .setSentence(claim.getSentence())
        .setAttribution(claim.getAttribution())
        .setPredicate(claim.getPredicate())
        .setEngine(event.getEngine());
  }
}
