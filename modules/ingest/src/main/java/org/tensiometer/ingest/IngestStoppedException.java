package org.tensiometer.ingest;

/** Ingesting cannot go on; what was published before stands. */
public final class IngestStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IngestStoppedException(String message, Throwable cause) {
    super(message, cause);
  }
}
