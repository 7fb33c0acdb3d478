package org.tensiometer.app.process;

import org.tensiometer.app.Settings;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.GroupMembers;

/**
 * How fit a generation is to be the live one: what is published comes to a stop with its topology.
 *
 * @param left number of records that it has still to read, see {@link Replay#left}
 * @param empty whether it has not read a record, and so says nothing
 * @param threads number of threads, of all processes, that its topology has at work
 */
public record GenerationStanding(long left, boolean empty, int threads) {

  /** Of the generation of these settings, whose topics are there. */
  public static GenerationStanding of(Settings settings) throws InterruptedException {
    String group = settings.topics().applicationId();
    try (Brokers brokers = new Brokers(settings.clients())) {
      return new GenerationStanding(
          new Replay(settings, line -> {}).left(),
          new Offsets(brokers.admin())
              .committed(group).values().stream().noneMatch(offset -> offset > 0),
          GroupMembers.count(brokers, group));
    }
  }

  /** Whether somebody keeps it up to date. */
  public boolean runs() {
    return threads > 0;
  }
}
