package org.tensiometer.acceptance.faults;

/**
 * How much a fault test takes upon itself: little in the ordinary build, what docs/reliability.md
 * states with {@code -Pfaults}, anything else by a property of its own, for instance {@code
 * -Dfaults.stream.kills=50}.
 */
final class FaultSize {

  private static final boolean FULL = Boolean.getBoolean("faults.full");

  private FaultSize() {}

  static boolean isFull() {
    return FULL;
  }

  /**
   * A number.
   *
   * @param name without the leading {@code faults.}
   */
  static int of(String name, int small, int full) {
    return Integer.getInteger("faults." + name, FULL ? full : small);
  }
}
