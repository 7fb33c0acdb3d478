package org.tensiometer.ingest.source;

import java.io.IOException;

/** What was named is no article and holds none. */
final class NothingThereException extends IOException {

  private static final long serialVersionUID = 1L;

  NothingThereException(String message) {
    super(message);
  }
}
