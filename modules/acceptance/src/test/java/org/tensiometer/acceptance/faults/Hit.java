package org.tensiometer.acceptance.faults;

/** A fault counts only if its victim was at work when it struck; else it strikes again. */
final class Hit {

  private static final int MOST_TRIES = 20;

  private Hit() {}

  /** One try. */
  interface Try {

    /** Gives the victim work, strikes, and says whether work was left when it did. */
    boolean atWork() throws Exception;
  }

  /**
   * Strikes until the victim was at work.
   *
   * @param victim completes "... was never hit at work"
   * @throws AssertionError if it never is
   */
  static void until(String victim, Try hit) throws Exception {
    for (int tries = 0; !hit.atWork(); ) {
      if (++tries == MOST_TRIES) {
        throw new AssertionError(victim + " was never hit at work in " + tries + " tries");
      }
    }
  }
}
