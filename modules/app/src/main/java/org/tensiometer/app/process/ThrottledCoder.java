package org.tensiometer.app.process;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.Dyad;
import org.tensiometer.contracts.ClaimEvent;
import org.tensiometer.contracts.CodedClaim;

/** Codes at most so many claims a second, over all threads, to leave others their share. */
public final class ThrottledCoder implements ClaimCoder {

  private static final long NANOS = 1_000_000_000L;

  private final ClaimCoder coder;
  private final long nanosPerClaim;
  private long nextNanos = System.nanoTime();

  /**
   * @param claimsPerSecond at least 1
   */
  public ThrottledCoder(ClaimCoder coder, int claimsPerSecond) {
    this.coder = coder;
    this.nanosPerClaim = NANOS / claimsPerSecond;
  }

  @Override
  public CodedClaim code(ClaimEvent event, String generation) {
    long turn = turn();
    for (long wait = turn - System.nanoTime(); wait > 0; wait = turn - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
    return coder.code(event, generation);
  }

  @Override
  public List<Dyad> dyads(CodedClaim claim) {
    return coder.dyads(claim);
  }

  /** Time that was not used is not made up for. */
  private synchronized long turn() {
    nextNanos = Math.max(nextNanos, System.nanoTime() - nanosPerClaim) + nanosPerClaim;
    return nextNanos;
  }
}
