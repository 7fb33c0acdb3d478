package org.tensiometer.claims.language.nlp4j.model;

/** A pack that is cut off, changed or of another format; the remedy is to make it anew. */
final class DamagedPackException extends RuntimeException {

  DamagedPackException(String what) {
    super(what);
  }

  DamagedPackException(String what, Throwable cause) {
    super(what, cause);
  }
}
