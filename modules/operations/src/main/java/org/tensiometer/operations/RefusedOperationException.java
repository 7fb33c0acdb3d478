package org.tensiometer.operations;

/** What was asked for would do harm, or is not possible; the message says why and what would be. */
public final class RefusedOperationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RefusedOperationException(String message) {
    super(message);
  }
}
