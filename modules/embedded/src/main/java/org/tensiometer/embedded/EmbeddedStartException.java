package org.tensiometer.embedded;

/** Something embedded could not be started; the message is one sentence for the user. */
public final class EmbeddedStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EmbeddedStartException(String message) {
    super(message);
  }

  public EmbeddedStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
