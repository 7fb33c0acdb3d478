package org.tensiometer.view;

/** The address cannot be listened on; the message names it and what would be right. */
public final class ViewPortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ViewPortTakenException(String message, Throwable cause) {
    super(message, cause);
  }
}
