package org.tensiometer.wire;

import java.time.Duration;

/**
 * How long an end that was asked for may take. What supervisors grant at least before they kill is
 * ten seconds; who grants more says so by the system property {@value #PROPERTY}.
 */
public final class EndPatience {

  /** Seconds that a process has for its end. */
  public static final String PROPERTY = "tensiometer.shutdown.seconds";

  private static final long SECONDS = Long.getLong(PROPERTY, 9);
  private static final long SECONDS_OF_OTHERS = 2;

  /** Of a process. */
  public static final Duration OF_A_PROCESS = Duration.ofSeconds(SECONDS);

  /** Of the part of it that has most to end. */
  public static final Duration OF_A_PART =
      Duration.ofSeconds(Math.max(0, SECONDS - SECONDS_OF_OTHERS));

  private EndPatience() {}
}
