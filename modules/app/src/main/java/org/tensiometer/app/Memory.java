package org.tensiometer.app;

/** Whether the heap is large enough for what is asked. */
public final class Memory {

  /** The language models alone need more than half of it. */
  private static final long LEAST_MEBIBYTES = 512;

  private static final long MEBIBYTE = 1024 * 1024;

  private Memory() {}

  /**
   * Before anything is started.
   *
   * @throws UserError if the heap is too small for the language models and a broker
   */
  public static void require() {
    // The virtual machine leaves a part of what it was given out of this figure.
    if (mebibytes() < LEAST_MEBIBYTES * 9 / 10) {
      throw UserError.environment(
          "needs a heap of at least "
              + LEAST_MEBIBYTES
              + " MiB and has "
              + mebibytes()
              + "; TENSIOMETER_HEAP=2g gives more",
          null);
    }
  }

  static String exhausted() {
    return "the heap of "
        + mebibytes()
        + " MiB is used up; TENSIOMETER_HEAP="
        + (2 * mebibytes() / 1024 + 1)
        + "g gives more";
  }

  private static long mebibytes() {
    return Runtime.getRuntime().maxMemory() / MEBIBYTE;
  }
}
