package org.tensiometer.ingest;

import java.util.function.Supplier;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registry that cannot be had delays publishing and discards nothing. */
final class RegistryPatience {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
  private static final long PAUSE_MILLIS = 1_000;

  private RegistryPatience() {}

  static <T> T wait(Supplier<T> encoding) {
    while (true) {
      try {
        return encoding.get();
      } catch (RetriableException e) {
        LOG.warn("Publishing waits for the schema registry: {}", e.getMessage());
        try {
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IngestStoppedException("interrupted", interrupted);
        }
      }
    }
  }
}
