package org.tensiometer.operations.deadletters;

/** What a decision does, or would do, with one refused record. */
public enum Outcome {
  /** Sent again to the place it came from. */
  REDRIVEN("sent again"),
  /** Given up. */
  DROPPED("given up"),
  /** Decided before; left as it is. */
  DECIDED("was decided before"),
  /** Refused as often as allowed; left as it is. */
  EXHAUSTED("was tried as often as allowed"),
  /** A newer record of its key stands in its topic, which an older one must not hide. */
  SUPERSEDED("has a newer record of the same key"),
  /** Too long for a dead letter, which has only its beginning. */
  CUT("is too long to be kept whole; look at it where it came from"),
  /** The topic it came from is not there any more. */
  HOMELESS("came from a topic that is gone");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** For people, after "the record". */
  public String words() {
    return words;
  }

  /** Whether something is written. */
  public boolean isChange() {
    return this == REDRIVEN || this == DROPPED;
  }
}
