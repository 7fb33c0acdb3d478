package org.tensiometer.topology.deadletter;

/** Settings that Kafka hands to the exception handlers, which it creates itself. */
public final class DeadLetterConfig {

  /** Generation to name in dead letters. */
  public static final String GENERATION = "tensiometer.generation";

  private DeadLetterConfig() {}
}
