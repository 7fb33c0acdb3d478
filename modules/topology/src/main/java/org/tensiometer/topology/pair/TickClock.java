package org.tensiometer.topology.pair;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tensiometer.contracts.PairClock;
import org.tensiometer.contracts.Tick;
import org.tensiometer.tension.config.Thresholds;
import org.tensiometer.tension.index.FeedClock;

/**
 * Time as the ticks of this partition tell it: the latest time and the earliest start of the feed.
 * Remembers for which of it the records are published, so that a crash in between loses nothing.
 */
final class TickClock {

  static final String RECEIVED = "received";
  static final String APPLIED = "applied";

  private final KeyValueStore<String, PairClock> store;
  private final Thresholds thresholds;

  TickClock(ProcessorContext<?, ?> context, Thresholds thresholds) {
    this.store = context.getStateStore(PairStores.CLOCK);
    this.thresholds = thresholds;
  }

  void take(Tick tick) {
    PairClock before = store.get(RECEIVED);
    PairClock after =
        before == null ? new PairClock(tick.getTime(), tick.getFeedStart()) : later(before, tick);
    // Most ticks of a day change nothing that is published.
    if (!now(after).equals(now(before))) {
      store.put(RECEIVED, after);
    }
  }

  private static PairClock later(PairClock clock, Tick tick) {
    Instant time = tick.getTime().isAfter(clock.getTime()) ? tick.getTime() : clock.getTime();
    LocalDate start =
        tick.getFeedStart().isBefore(clock.getFeedStart())
            ? tick.getFeedStart()
            : clock.getFeedStart();
    return new PairClock(time, start);
  }

  FeedClock received() {
    return now(store.get(RECEIVED));
  }

  FeedClock applied() {
    return now(store.get(APPLIED));
  }

  /** Says that everything is published for the time received. */
  void apply() {
    PairClock received = store.get(RECEIVED);
    if (received != null && !received.equals(store.get(APPLIED))) {
      store.put(APPLIED, received);
    }
  }

  private FeedClock now(PairClock clock) {
    return clock == null
        ? FeedClock.UNKNOWN
        : FeedClock.of(clock.getTime(), clock.getFeedStart(), thresholds);
  }
}
