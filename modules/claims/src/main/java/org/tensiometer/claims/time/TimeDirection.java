package org.tensiometer.claims.time;

/** Where the tense of the governing verb puts an expression such as "on Friday". */
public enum TimeDirection {
  PAST,
  FUTURE,
  /** Past and future are equally likely; the nearer day is meant. */
  NEAREST,
  /** No tense to go by; news tells the past. */
  UNKNOWN
}
