package org.tensiometer.wire.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The newest registered schema, which was asked for, cannot read what the value's schema writes.
 */
public final class SchemaMismatchException extends SerializationException {

  public SchemaMismatchException(String message) {
    super(message);
  }
}
