package org.tensiometer.metrics;

/**
 * Names of our meters, which are public surface; docs/metrics.md says what each counts. Prometheus
 * sees underscores for dots, and a unit and {@code _total} behind.
 */
public final class Meters {

  /** Coded claims published, by {@code disposition}. */
  public static final String CLAIMS = "tensiometer.claims";

  /** Claims that do not count, by {@code reason}. */
  public static final String NOT_INDEXED = "tensiometer.claims.not.indexed";

  /** Claims taken back by a newer revision of their article or its erasure. */
  public static final String CORRECTIONS = "tensiometer.corrections";

  /** Claims received too long after their day. */
  public static final String LATE = "tensiometer.late";

  /** Refused records, by {@code reason} and {@code stage}. */
  public static final String DEAD_LETTERS = "tensiometer.dead.letters";

  /** Articles read, revisions of one article each. */
  public static final String ARTICLES = "tensiometer.articles";

  /** Days of pairs published, by {@code state}. */
  public static final String INDICATORS = "tensiometer.indicators";

  /** Steps in the lives of alerts, by {@code kind}. */
  public static final String ALERTS = "tensiometer.alerts";

  /** From the receipt of an alert's last claim to its record in the live topic. */
  public static final String ALERT_LATENCY = "tensiometer.alert.latency";

  /** Records that local state has still to restore. */
  public static final String RESTORE_REMAINING = "tensiometer.restore.remaining";

  /** Times that local state was damaged, thrown away and restored. */
  public static final String STATE_DAMAGES = "tensiometer.state.damages";

  /** 1 while the topology is at work, else 0. */
  public static final String TOPOLOGY_RUNNING = "tensiometer.topology.running";

  /** Loading of the language models. */
  public static final String MODEL_LOAD = "tensiometer.model.load";

  /** Articles that an ingest is done with, in whatever way. */
  public static final String INGEST_ARTICLES = "tensiometer.ingest.articles";

  /** What an ingest told its user of bad input. */
  public static final String INGEST_PROBLEMS = "tensiometer.ingest.problems";

  /** Times that the clock of live news was told. */
  public static final String CLOCK_TICKS = "tensiometer.clock.ticks";

  /** Records that a sink has brought on, by {@code sink}. */
  public static final String SINK_RECORDS = "tensiometer.sink.records";

  /** Records that wait for a sink, by {@code sink}. */
  public static final String SINK_BEHIND = "tensiometer.sink.behind";

  /** 1 while the live view shows all that is there, else 0. */
  public static final String VIEW_LIVE = "tensiometer.view.live";

  /** Browsers that listen to the live view. */
  public static final String VIEW_READERS = "tensiometer.view.readers";

  private Meters() {}
}
