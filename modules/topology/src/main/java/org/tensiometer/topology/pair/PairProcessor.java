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

  private static final long PUBLISHING_NANOS = 1_000_000_000L;

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
  private long taken;
  private long takenBefore;
  private long pausedUntil = Long.MIN_VALUE;

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
    context.schedule(settings.flushEvery(), PunctuationType.WALL_CLOCK_TIME, this::flushAt);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    SpecificRecord value = record.value();
    if (value instanceof PairClaim claim) {
      taken++;
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
    if (quiet || millis >= pausedUntil) {
      long start = System.nanoTime();
      flush();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      pausedUntil = millis + settings.pauseAfter(took).toMillis();
    }
  }

  private void flush() {
    FeedClock now = clock.received();
    FeedClock before = clock.applied();
    NavigableMap<String, SortedSet<Integer>> changed = ledger.changed();
    if (now.equals(before)) {
      publishForAWhile(changed, now);
    } else {
      publishAll(changed, firstDayThatTimeChanges(before, now), now);
      clock.apply();
    }
    unpublished = 0;
  }

  private void publishAll(
      NavigableMap<String, SortedSet<Integer>> changed, int from, FeedClock now) {
    for (String pair : new TreeSet<>(series.pairs())) {
      if (!changed.containsKey(pair) && timeMatters(pair, from)) {
        publish(pair, from, now);
      }
    }
    changed.forEach((pair, days) -> publishChanged(pair, days, from, now));
  }

  // Whatever is open at its end is one transaction, which must not outlast its time limit. What is
  // left is still marked; next time it is its turn.
  private void publishForAWhile(NavigableMap<String, SortedSet<Integer>> changed, FeedClock now) {
    long end = System.nanoTime() + PUBLISHING_NANOS;
    NavigableMap<String, SortedSet<Integer>> first = changed.tailMap(publishedLast, false);
    for (Map<String, SortedSet<Integer>> some :
        List.of(first, changed.headMap(publishedLast, true))) {
      for (Map.Entry<String, SortedSet<Integer>> pair : some.entrySet()) {
        publishChanged(pair.getKey(), pair.getValue(), Integer.MAX_VALUE, now);
        publishedLast = pair.getKey();
        if (System.nanoTime() - end > 0) {
          return;
        }
      }
    }
  }

  private void publishChanged(String pair, SortedSet<Integer> days, int from, FeedClock now) {
    publish(pair, Math.min(from, ledger.recompute(pair, days).first()), now);
    days.forEach(day -> ledger.settle(pair, day));
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
