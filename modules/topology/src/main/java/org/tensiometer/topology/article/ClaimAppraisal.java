package org.tensiometer.topology.article;

import java.time.Instant;
import java.util.List;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Disposition;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.topology.deadletter.RefusedRecordException;

/** What a claim is coded as and whether it counts; follows from the claim alone. */
final class ClaimAppraisal {

  private final ClaimCoder coder;
  private final String generation;
  private final TimeGate gate;

  ClaimAppraisal(ClaimCoder coder, String generation, TimeGate gate) {
    this.coder = coder;
    this.generation = generation;
    this.gate = gate;
  }

  /**
   * Looks at what must be right before an event may change what its article contributes.
   *
   * @throws RefusedRecordException if the revision is dated after the record was written
   */
  void requireCredibleRevision(ClaimEvent event, Instant written) {
    gate.requireCredibleRevision(event, written);
  }

  /**
   * @param event an event with a claim
   * @param written when its record was written, as the record says
   * @param lateAdmitted whether it counts however late it came
   * @return the claim as INDEXED, NOT_INDEXED or LATE
   * @throws RefusedRecordException if a time cannot be true or the coder fails
   */
  CodedClaim appraise(ClaimEvent event, Instant written, boolean lateAdmitted) {
    gate.requireCredible(event, written);
    try {
      CodedClaim claim = gate.judge(coder.code(event, generation), lateAdmitted);
      boolean unpaired =
          claim.getDisposition() == Disposition.INDEXED && coder.dyads(claim).isEmpty();
      return unpaired
          ? Dispositions.with(claim, Disposition.NOT_INDEXED, "no country pair")
          : claim;
    } catch (RuntimeException e) {
      throw new RefusedRecordException(
          RefusedRecordException.CODING_FAILED,
          event.getClaim().getClaimId(),
          "Claim "
              + event.getClaim().getClaimId()
              + " of article "
              + event.getArticleId()
              + " could not be coded: "
              + e,
          e);
    }
  }

  /** What an appraised claim contributes to its pairs, or takes back; nothing unless indexed. */
  List<PairClaim> contributions(CodedClaim claim, boolean retract) {
    if (claim.getDisposition() != Disposition.INDEXED) {
      return List.of();
    }
    return coder.dyads(claim).stream()
        .map(dyad -> new PairClaim(dyad.pair().toString(), dyad.direction(), retract, claim))
        .toList();
  }
}
