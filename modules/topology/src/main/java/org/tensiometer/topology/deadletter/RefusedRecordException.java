package org.tensiometer.topology.deadletter;

/** This record cannot be processed, however often it is tried: it belongs to the dead letters. */
public final class RefusedRecordException extends RuntimeException {

  /** The coder failed on a claim that is well formed. */
  public static final String CODING_FAILED = "coding-failed";

  private final String reason;
  private final String claimId;

  /**
   * @param reason kind of fault, {@link #CODING_FAILED} or one of {@link
   *     org.tensiometer.wire.deadletters.DeadLetters}
   * @param claimId claim that is refused; null if none is known
   * @param message what is wrong and what would be right
   */
  public RefusedRecordException(String reason, String claimId, String message) {
    this(reason, claimId, message, null);
  }

  public RefusedRecordException(String reason, String claimId, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.claimId = claimId;
  }

  public String reason() {
    return reason;
  }

  /** Null if no claim is known. */
  public String claimId() {
    return claimId;
  }
}
