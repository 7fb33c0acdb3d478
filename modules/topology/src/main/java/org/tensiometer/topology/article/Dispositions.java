package org.tensiometer.topology.article;

import org.tensiometer.contracts.CodedClaim;
import org.tensiometer.contracts.Disposition;

/** Changes what became of a claim. */
final class Dispositions {

  private Dispositions() {}

  /**
   * A copy that differs in disposition and reason only.
   *
   * @param reason why the claim does not count; null if it does
   */
  static CodedClaim with(CodedClaim claim, Disposition disposition, String reason) {
    return CodedClaim.newBuilder(claim).setDisposition(disposition).setReason(reason).build();
  }
}
