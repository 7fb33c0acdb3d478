package org.tensiometer.coding.lexicon;

/** A data file of the lexicon cannot be used; the message names file, line and what is wrong. */
public final class LexiconException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LexiconException(String place, int line, String what) {
    super(place + ":" + line + ": " + what);
  }

  /** A fault of a whole file or folder. */
  LexiconException(String place, String what) {
    super(place + ": " + what);
  }
}
