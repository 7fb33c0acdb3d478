package org.tensiometer.wire.registry;

import org.apache.kafka.common.errors.RetriableException;

/**
 * No registry gave a usable answer: not reached, too slow, failing, or refusing our credentials.
 * Says nothing about the record at hand, which must be tried again and never set aside.
 */
public final class RegistryUnavailableException extends RetriableException {

  public RegistryUnavailableException(String message) {
    super(message);
  }

  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
