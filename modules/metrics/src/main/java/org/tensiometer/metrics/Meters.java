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

  /** 1 while the topology is at work, else 0. */
  public static final String TOPOLOGY_RUNNING = "tensiometer.topology.running";

  /** Loading of the language models. */
  public static final String MODEL_LOAD = "tensiometer.model.load";

  private Meters() {}
}
