package org.tensiometer.tension.index;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.tensiometer.contracts.DayState;
import org.tensiometer.contracts.IndicatorStatus;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.contracts.Stock;
import org.tensiometer.tension.config.Thresholds;

/**
 * All days of one pair from the start of the feed to its horizon, those without events as zeros,
 * and what follows from them. Depends on the days, the clock and the thresholds alone. For one
 * thread.
 *
 * <p>Days are days since 1970-01-01, UTC.
 */
public final class Timeline {

  /** Length of the window that level, score and alerts look at. */
  public static final int WINDOW_DAYS = 7;

  private static final double MICROS = 1e6;
  private static final DecayedStock STOCK_3 = new DecayedStock(3);
  private static final DecayedStock STOCK_7 = new DecayedStock(7);
  private static final DecayedStock STOCK_30 = new DecayedStock(30);
  private static final long SLOPE_UNITS = 28;

  private final NavigableMap<Integer, PairDayTotals> days;
  private final FeedClock clock;
  private final Thresholds thresholds;
  private final int start;
  private final int horizon;
  private final long[] severity;
  private final long[] severityBefore;
  private final long[] clustersBefore;
  private final double[] stabilised;
  private final Score[] scores;

  /**
   * @param days the days with claims, ordered; must not change while this is in use
   */
  public Timeline(
      NavigableMap<Integer, PairDayTotals> days, FeedClock clock, Thresholds thresholds) {
    this.days = days;
    this.clock = clock;
    this.thresholds = thresholds;
    this.start = Math.min(clock.feedStart(), firstIndexable(days));
    boolean none = days.isEmpty() || start == Integer.MAX_VALUE;
    this.horizon = none ? start - 1 : Math.max(clock.today(), days.lastKey());
    int length = Math.max(0, horizon - start + 1);
    this.severity = new long[length];
    this.severityBefore = new long[length + 1];
    this.clustersBefore = new long[length + 1];
    this.stabilised = new double[length];
    this.scores = new Score[length];
    fill(length);
  }

  // History alone does not stretch the calendar back to the day it tells of.
  private static int firstIndexable(NavigableMap<Integer, PairDayTotals> days) {
    return days.entrySet().stream()
        .filter(day -> day.getValue().getIndexable())
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  private void fill(int length) {
    long[] clusters = new long[length];
    if (length > 0) {
      days.subMap(start, true, horizon, true)
          .forEach(
              (day, totals) -> {
                severity[day - start] = totals.getConflictSeverityMicros();
                clusters[day - start] = totals.getConflictClusters();
              });
    }
    for (int i = 0; i < length; i++) {
      severityBefore[i + 1] = severityBefore[i] + severity[i];
      clustersBefore[i + 1] = clustersBefore[i] + clusters[i];
      stabilised[i] = anscombe(severity7(start + i));
    }
  }

  // Anscombe 1948: unit variance for Poisson-like mass.
  private static double anscombe(long micros) {
    return 2 * Math.sqrt(2 * (micros / MICROS) + 3.0 / 8);
  }

  /** First day of the calendar: that of the whole feed, as far as is known. */
  public int start() {
    return start;
  }

  /** Last day there is anything to say about; before {@link #start} when there is none. */
  public int horizon() {
    return horizon;
  }

  /** Whether the calendar has that day; of another one everything is zero or unknown. */
  public boolean covers(int day) {
    return start <= day && day <= horizon;
  }

  public DayState state(int day) {
    return clock.state(day);
  }

  /** Whether any claim lies within the given number of days up to this one. */
  public boolean hasClaims(int day, int window) {
    Integer last = days.floorKey(day);
    return last != null && last > day - window;
  }

  /** The day itself, null without claims. */
  public PairDayTotals totals(int day) {
    return day < start ? null : days.get(day);
  }

  /** Conflict severity of the seven days, millionths. */
  public long severity7(int day) {
    return window(severityBefore, day);
  }

  /** Conflict clusters of the seven days. */
  public long clusters7(int day) {
    return window(clustersBefore, day);
  }

  private long window(long[] before, int day) {
    if (!covers(day)) {
      return 0;
    }
    int end = day - start + 1;
    return before[end] - before[Math.max(0, end - WINDOW_DAYS)];
  }

  /** Independent owners that reported conflict in the seven days; exact up to 10 a day. */
  public int conflictOwners7(int day) {
    Set<String> owners = new TreeSet<>();
    for (int d = day - WINDOW_DAYS + 1; d <= day; d++) {
      PairDayTotals totals = totals(d);
      if (totals != null) {
        owners.addAll(totals.getConflictOwners());
      }
    }
    return owners.size();
  }

  /** Level of that day (F5). */
  public double level(int day) {
    return Level.of(severity7(day), thresholds.levelKappaMicros());
  }

  /** Number of days of the baseline of that day. */
  public int baselineDays(int day) {
    return covers(day) ? Math.max(0, day - thresholds.guardDays() - baselineStart(day) + 1) : 0;
  }

  private int baselineStart(int day) {
    return Math.max(start, day - thresholds.guardDays() - thresholds.baselineDays() + 1);
  }

  /** Score of that day (F7); null in WARMUP. */
  public Score score(int day) {
    int n = baselineDays(day);
    if (n < thresholds.baselineMinDays()) {
      return null;
    }
    if (scores[day - start] == null) {
      scores[day - start] = score(day, n);
    }
    return scores[day - start];
  }

  private Score score(int day, int n) {
    int from = baselineStart(day) - start;
    double sum = 0;
    for (int i = from; i < from + n; i++) {
      sum += stabilised[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = from; i < from + n; i++) {
      double difference = stabilised[i] - mean;
      squares += difference * difference;
    }
    double sd = Math.sqrt(squares / n);
    double z = (stabilised[day - start] - mean) / Math.max(sd, thresholds.sdFloor());
    return new Score(Rounding.micros(z), Rounding.micros(mean), Rounding.micros(sd));
  }

  /** How far the score of that day can be trusted (F11). */
  public IndicatorStatus status(int day) {
    int n = baselineDays(day);
    if (n < thresholds.baselineMinDays()) {
      return IndicatorStatus.WARMUP;
    }
    if (n < thresholds.earlyDays()) {
      return IndicatorStatus.EARLY;
    }
    int from = baselineStart(day) - start;
    long clusters = clustersBefore[from + n] - clustersBefore[from];
    boolean sparse = clusters * (double) WINDOW_DAYS < thresholds.sparseClustersPerWeek() * n;
    return sparse ? IndicatorStatus.SPARSE : IndicatorStatus.OK;
  }

  /** Decayed conflict severity at the end of that day (F6). */
  public Stock stock(int day) {
    int at = day - start;
    return new Stock(STOCK_3.at(severity, at), STOCK_7.at(severity, at), STOCK_30.at(severity, at));
  }

  /** Least-squares slope of the daily conflict severity of seven days, millionths a day. */
  public long slope(int day) {
    long sum = 0;
    for (int i = 0; i < WINDOW_DAYS; i++) {
      int at = day - start - WINDOW_DAYS + 1 + i;
      sum += at < 0 ? 0 : (i - WINDOW_DAYS / 2) * severity[at];
    }
    return Math.floorDiv(2 * sum + SLOPE_UNITS, 2 * SLOPE_UNITS);
  }

  /** Level minus the level seven days before. */
  public double levelDelta(int day) {
    return Rounding.micros(level(day) - level(day - WINDOW_DAYS));
  }

  /** Score minus the score seven days before; null without both. */
  public Double scoreDelta(int day) {
    Score now = score(day);
    Score before = score(day - WINDOW_DAYS);
    return now == null || before == null ? null : Rounding.micros(now.z() - before.z());
  }

  /**
   * Everything the record of that day follows from, except its state and its alert: two days with
   * equal text have equal records.
   */
  public String digest(int day) {
    StringBuilder text = new StringBuilder(300);
    for (int d = day - WINDOW_DAYS + 1; d <= day; d++) {
      PairDayTotals totals = totals(d);
      text.append(totals == null ? 0 : totals.getFingerprint()).append(' ');
    }
    Score score = score(day);
    if (score != null) {
      append(append(append(text, score.z()), score.mean()), score.sd());
    }
    Double delta = scoreDelta(day);
    if (delta != null) {
      append(text.append(' '), delta);
    }
    Stock stock = stock(day);
    return text.append(status(day))
        .append(baselineDays(day))
        .append(' ')
        .append(severity7(day - WINDOW_DAYS))
        .append(' ')
        .append(stock.getH3Micros())
        .append(' ')
        .append(stock.getH7Micros())
        .append(' ')
        .append(stock.getH30Micros())
        .toString();
  }

  // As text a double takes longer than all else here.
  private static StringBuilder append(StringBuilder text, double value) {
    return text.append(Double.doubleToLongBits(value)).append(' ');
  }
}
