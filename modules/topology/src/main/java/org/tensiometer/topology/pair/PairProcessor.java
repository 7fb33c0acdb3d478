package org.tensiometer.topology.pair;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.PairClaim;
import org.tensiometer.contracts.PairDay;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.contracts.Tick;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.tension.index.FeedClock;
import org.tensiometer.tension.index.Timeline;
import org.tensiometer.tension.report.PairReport;
import org.tensiometer.tension.report.PairState;

/**
 * Keeps the claims of the pairs of one partition and publishes what follows from them.
 *
 * <p>A claim only changes the ledger; every while the changed pairs are computed anew and what says
 * something else than before is forwarded. When that happens decides how many revisions a record
 * goes through, never what its last one says.
 */
final class PairProcessor implements Processor<String, SpecificRecord, String, PairOutput> {

  private final TensionConfig config;
  private final String generation;
  private final PairStageSettings settings;

  private ProcessorContext<String, PairOutput> context;
  private PairSeriesStore series;
  private PairLedger ledger;
  private TickClock clock;
  private PublishedRecords records;
  private PublishedAlerts alerts;
  private final PairTraces traces = new PairTraces();
  private Headers headers = new RecordHeaders();
  private int unpublished;
  private String publishedLast = "";
  // What a tick changes, while it is being published.
  private FeedClock told = FeedClock.UNKNOWN;
  private final SortedSet<String> untold = new TreeSet<>();
  private long taken;
  private long takenBefore;
  private long newest = Long.MIN_VALUE;
  private Duration publishingTook = Duration.ZERO;
  private long published;

  PairProcessor(TensionConfig config, String generation, PairStageSettings settings) {
    this.config = config;
    this.generation = generation;
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, PairOutput> context) {
    this.context = context;
    this.series = new PairSeriesStore(context);
    this.ledger = new PairLedger(config, context, series);
    this.clock = new TickClock(context, config.thresholds());
    this.records = new PublishedRecords(context, settings.everyDay(), this::forward);
    this.alerts = new PublishedAlerts(context, this::forward);
    this.published = context.currentSystemTimeMs();
    context.schedule(settings.flushEvery(), PunctuationType.WALL_CLOCK_TIME, this::flushAt);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    SpecificRecord value = record.value();
    if (value instanceof PairClaim claim) {
      taken++;
      newest = Math.max(newest, record.timestamp());
      if (ledger.take(claim)) {
        unpublished++;
        traces.changed(claim.getPair(), record.headers());
      }
      if (unpublished >= settings.flushAfter()) {
        flush();
      }
    } else if (value instanceof Tick tick) {
      clock.take(tick);
    } else {
      throw new IllegalArgumentException(
          "The pair stage reads PairClaim and Tick, not "
              + (value == null ? "a tombstone" : value.getClass().getName())
              + " (key "
              + record.key()
              + ')');
    }
  }

  // A pause is there to read on; when nothing comes there is no reason for one.
  private void flushAt(long millis) {
    boolean quiet = taken == takenBefore;
    takenBefore = taken;
    if (quiet || millis >= published + pause(millis)) {
      long start = System.nanoTime();
      flush();
      publishingTook = Duration.ofNanos(System.nanoTime() - start);
      published = context.currentSystemTimeMs();
    }
  }

  private long pause(long millis) {
    return settings.pause(publishingTook, Duration.ofMillis(millis - newest)).toMillis();
  }

  private void flush() {
    FeedClock now = clock.received();
    FeedClock before = clock.applied();
    NavigableMap<String, SortedSet<Integer>> work = ledger.changed();
    int from = now.equals(before) ? Integer.MAX_VALUE : firstDayThatTimeChanges(before, now);
    if (!now.equals(before) && !now.equals(told)) {
      told = now;
      untold.addAll(work.keySet());
      series.pairs().stream().filter(pair -> timeMatters(pair, from)).forEach(untold::add);
    }
    untold.forEach(pair -> work.computeIfAbsent(pair, p -> new TreeSet<>()));
    publishForAWhile(work, from, now);
    if (!now.equals(before) && untold.isEmpty()) {
      clock.apply();
    }
    unpublished = 0;
  }

  // Whatever is open at its end is one transaction, which must not outlast its time limit. What is
  // left is still marked, or untold; next time it is its turn.
  private void publishForAWhile(
      NavigableMap<String, SortedSet<Integer>> work, int from, FeedClock now) {
    long nanos = settings.publishFor().toNanos();
    long end = System.nanoTime() + (untold.isEmpty() ? nanos : 2 * nanos);
    NavigableMap<String, SortedSet<Integer>> first = work.tailMap(publishedLast, false);
    for (Map<String, SortedSet<Integer>> some : List.of(first, work.headMap(publishedLast, true))) {
      for (Map.Entry<String, SortedSet<Integer>> entry : some.entrySet()) {
        String pair = entry.getKey();
        publishChanged(
            pair, entry.getValue(), untold.contains(pair) ? from : Integer.MAX_VALUE, now);
        untold.remove(pair);
        publishedLast = pair;
        if (System.nanoTime() - end > 0) {
          return;
        }
      }
    }
  }

  private void publishChanged(String pair, SortedSet<Integer> days, int from, FeedClock now) {
    int first = from;
    if (!days.isEmpty()) {
      int endBefore = endOfCalendar(pair, now);
      first = Math.min(from, ledger.recompute(pair, days).first());
      int end = endOfCalendar(pair, now);
      // Claims of days to come lengthen the calendar; the days between get records, or lose them.
      first = end == endBefore ? first : Math.min(first, Math.min(end, endBefore) + 1);
    }
    publish(pair, first, now);
    days.forEach(day -> ledger.settle(pair, day));
  }

  private int endOfCalendar(String pair, FeedClock now) {
    NavigableMap<Integer, PairDayTotals> days = series.of(pair);
    return days.isEmpty() ? now.today() : Math.max(now.today(), days.lastKey());
  }

  // Final days stay as they are, unless the calendar turns out to begin earlier.
  private static int firstDayThatTimeChanges(FeedClock before, FeedClock now) {
    return now.feedStart() != before.feedStart() || before.equals(FeedClock.UNKNOWN)
        ? Integer.MIN_VALUE
        : before.lastFinal() + 1;
  }

  private boolean timeMatters(String pair, int from) {
    NavigableMap<Integer, PairDayTotals> days = series.of(pair);
    return settings.everyDay()
        || !days.isEmpty() && (long) days.lastKey() + Timeline.WINDOW_DAYS >= from
        || alerts.hasOpen(pair);
  }

  private void publish(String pair, int from, FeedClock now) {
    Timeline timeline = new Timeline(series.of(pair), now, config.thresholds());
    PairReport report =
        new PairReport(
            config, generation, CountryPair.parse(pair), timeline, new LedgerState(pair));
    headers = traces.take(pair);
    records.publish(pair, report, timeline, from);
    alerts.publish(pair, report);
  }

  private void forward(PairOutput output) {
    context.forward(new Record<>(output.key(), output, context.currentSystemTimeMs(), headers));
  }

  /** The windows of neighbouring days share days and words; each is read once. */
  private final class LedgerState implements PairState {

    private final String pair;
    private final Map<Integer, PairDay> days = new HashMap<>();
    private final Map<String, Evidence> words = new HashMap<>();

    private LedgerState(String pair) {
      this.pair = pair;
    }

    @Override
    public PairDay day(int day) {
      return days.computeIfAbsent(day, d -> ledger.day(pair, d));
    }

    @Override
    public Evidence words(ClusterSummary cluster, String claimId) {
      return words.computeIfAbsent(claimId, id -> ledger.words(pair, cluster, id));
    }
  }
}
