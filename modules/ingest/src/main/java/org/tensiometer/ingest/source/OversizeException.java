package org.tensiometer.ingest.source;

import java.io.IOException;

/** An input holds more at once than an article can be. */
final class OversizeException extends IOException {

  private static final long serialVersionUID = 1L;

  OversizeException(long limit) {
    super(
        "holds more than "
            + limit / ArticleLimits.MIB
            + " MiB in one article; right would be one article a file, or one a line in .jsonl");
  }
}
