package org.tensiometer.claims.factuality;

/** What a word makes of an act. */
enum Effect {
  HEDGED,
  FUTURE,
  CONDITIONAL,
  /** Can, could: a possibility, which a negation takes away. */
  ABLE,
  DEMANDED,
  QUESTIONED,
  NEGATED,
  /** Would: the future of the past or a condition, which its clause decides. */
  WOULD
}
