package org.tensiometer.topology.deadletter;

import org.apache.kafka.common.errors.RetriableException;

/** Everything that is read is refused; time, or an operator, may mend that. */
public final class RefusalFloodException extends RetriableException {

  private static final long serialVersionUID = 1L;

  public RefusalFloodException(String message) {
    super(message);
  }
}
