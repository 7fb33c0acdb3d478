package org.tensiometer.app.process;

import java.util.List;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.Dyad;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;

/** Codes at most so many claims a second. */
public final class ThrottledCoder implements ClaimCoder {

  private final ClaimCoder coder;
  private final Pace pace;

  /**
   * @param claimsPerSecond at least 1
   */
  public ThrottledCoder(ClaimCoder coder, int claimsPerSecond) {
    this.coder = coder;
    this.pace = new Pace(claimsPerSecond);
  }

  @Override
  public CodedClaim code(ClaimEvent event, String generation) {
    pace.await();
    return coder.code(event, generation);
  }

  @Override
  public List<Dyad> dyads(CodedClaim claim) {
    return coder.dyads(claim);
  }
}
