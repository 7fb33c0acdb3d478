package org.tensiometer.claims.language.nlp4j.model;

/** The models cannot be had; the message says in one sentence why and what to do. */
public final class ModelsUnavailableException extends RuntimeException {

  ModelsUnavailableException(String message) {
    super(message);
  }

  ModelsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
