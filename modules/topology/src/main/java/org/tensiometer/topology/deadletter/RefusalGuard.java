package org.tensiometer.topology.deadletter;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.config.ConfigException;

/**
 * Tells bad records from a bad day. Where one record after the other is refused and none is
 * accepted, the fault is seldom in all of them: a producer writes another format, a registry is a
 * wrong one. Going on would only empty the topic into the dead letters, so from then on every
 * refusal fails, which pauses the topology, until a record is accepted or an operator decides.
 *
 * <p>One for all threads of a process. Safe for use by many threads.
 */
public final class RefusalGuard {

  /** How many refusals in a row are borne; 0 bears any number. */
  public static final String MAX = "tensiometer.refusals.max";

  static final int DEFAULT_MAX = 1_000;

  /** Under this name the guard stands in the configuration of a Streams application. */
  private static final String INSTANCE = "tensiometer.refusal.guard";

  private final int max;
  private final AtomicInteger inARow = new AtomicInteger();

  RefusalGuard(int max) {
    this.max = max;
  }

  /**
   * Puts one into the settings of a Streams application.
   *
   * @throws ConfigException if {@link #MAX} is no number from 0
   */
  public static void install(Map<String, Object> settings) {
    Object given = settings.getOrDefault(MAX, DEFAULT_MAX);
    try {
      int max = Integer.parseInt(given.toString().strip());
      if (max >= 0) {
        settings.put(INSTANCE, new RefusalGuard(max));
        return;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new ConfigException(MAX, given, "needs a whole number from 0");
  }

  /** The guard of an application; one that bears everything where none was installed. */
  public static RefusalGuard of(Map<String, ?> settings) {
    return settings.get(INSTANCE) instanceof RefusalGuard guard ? guard : new RefusalGuard(0);
  }

  /** A record of the input was good. */
  public void accepted() {
    // Read first: this is asked for every record, and a read is shared by all processors.
    if (inARow.get() != 0) {
      inARow.set(0);
    }
  }

  /**
   * A record is refused.
   *
   * @param why what is wrong with it
   * @throws RefusalFloodException if too many were before it
   */
  void refused(String why) {
    if (max > 0 && inARow.incrementAndGet() > max) {
      throw new RefusalFloodException(
          "the last "
              + max
              + " records were all refused, so no more are taken: look at the dead letters, mend"
              + " what writes them or the settings of the registry, or let all be refused by "
              + MAX
              + "=0; the latest: "
              + why);
    }
  }
}
