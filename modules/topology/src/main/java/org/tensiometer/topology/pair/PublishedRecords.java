package org.tensiometer.topology.pair;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tensiometer.contracts.Ids;
import org.tensiometer.contracts.PublishedRecord;
import org.tensiometer.tension.index.Timeline;
import org.tensiometer.tension.report.PairReport;

/** Publishes the indicators of a pair that say something else than when last published. */
final class PublishedRecords {

  private static final long TOMBSTONE = 0;

  private final KeyValueStore<String, PublishedRecord> store;
  private final boolean everyDay;
  private final Consumer<PairOutput> output;

  PublishedRecords(ProcessorContext<?, ?> context, boolean everyDay, Consumer<PairOutput> output) {
    this.store = context.getStateStore(PairStores.RECORDS);
    this.everyDay = everyDay;
    this.output = output;
  }

  /**
   * Publishes what has changed.
   *
   * @param changed first day that may have changed
   */
  void publish(String pair, PairReport report, Timeline timeline, int changed) {
    int from = everyDay && isNewOrGone(pair, timeline) ? Integer.MIN_VALUE : changed;
    NavigableMap<Integer, PublishedRecord> published = published(pair, from);
    SortedSet<Integer> days = new TreeSet<>(published.keySet());
    for (int day = Math.max(from, timeline.start()); day <= timeline.horizon(); day++) {
      if (everyDay || report.hasIndicator(day)) {
        days.add(day);
      }
    }
    for (int day : days) {
      boolean wanted = everyDay ? timeline.covers(day) : report.hasIndicator(day);
      long fingerprint = wanted ? report.indicatorFingerprint(day) : TOMBSTONE;
      PublishedRecord before = published.get(day);
      if (before != null && before.getFingerprint() == fingerprint) {
        continue;
      }
      int revision = before == null ? 1 : before.getRevision() + 1;
      String key = Ids.indicatorKey(pair, LocalDate.ofEpochDay(day));
      output.accept(new PairOutput.Indicator(key, wanted ? report.indicator(day, revision) : null));
      store.put(PairKeys.day(pair, day), new PublishedRecord(revision, fingerprint));
    }
  }

  // With its first claim a pair gets all days of the calendar, and loses them with its last one.
  private boolean isNewOrGone(String pair, Timeline timeline) {
    return !timeline.covers(timeline.start())
        || store.get(PairKeys.day(pair, timeline.start())) == null;
  }

  private NavigableMap<Integer, PublishedRecord> published(String pair, int from) {
    NavigableMap<Integer, PublishedRecord> published = new TreeMap<>();
    int first = (int) Math.max(from, LocalDate.of(0, 1, 1).toEpochDay());
    try (KeyValueIterator<String, PublishedRecord> range =
        store.range(PairKeys.day(pair, first), PairKeys.afterAllBelow(pair))) {
      range.forEachRemaining(entry -> published.put(PairKeys.dayOf(entry.key), entry.value));
    }
    return published;
  }
}
