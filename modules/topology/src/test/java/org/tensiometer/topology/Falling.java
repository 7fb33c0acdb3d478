package org.tensiometer.topology;

import java.util.concurrent.atomic.AtomicInteger;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;

/** Codes a number of claims and then takes the whole process with it, in mid-transaction. */
final class Falling implements ClaimCoder {

  private final ClaimCoder coder = new CodeReader();
  private final AtomicInteger left;

  Falling(int claims) {
    left = new AtomicInteger(claims);
  }

  @Override
  public CodedClaim code(ClaimEvent event, String generation) {
    if (left.decrementAndGet() < 0) {
      throw new AssertionError("falling over, as asked");
    }
    return coder.code(event, generation);
  }
}
