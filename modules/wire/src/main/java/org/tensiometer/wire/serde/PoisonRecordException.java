package org.tensiometer.wire.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes of this record can never be read, however often it is tried: the record belongs to the
 * dead letters. No fault of a registry or a network is told with it.
 */
public final class PoisonRecordException extends SerializationException {

  public PoisonRecordException(String message) {
    super(message);
  }

  public PoisonRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
