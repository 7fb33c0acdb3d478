package org.tensiometer.app.process;

import java.util.Locale;
import java.util.function.Consumer;

/** Says every few seconds how far something is and how long it will take. */
final class Progress {

  private static final long TELL_MILLIS = 5_000;
  private static final int SECONDS_OF_MINUTE = 60;
  private static final int MINUTES_OF_HOUR = 60;
  private static final int HOURS_OF_DAY = 24;

  private final Consumer<String> to;
  private final String what;
  private final long first;
  private final long all;
  private final long begunNanos = System.nanoTime();
  private long toldNanos = begunNanos;

  /**
   * @param what is counted, in the plural
   * @param first how many were done when it began
   */
  Progress(Consumer<String> to, String what, long first, long all) {
    this.to = to;
    this.what = what;
    this.first = first;
    this.all = all;
  }

  /** Is told how many are done now. */
  void at(long done) {
    long now = System.nanoTime();
    if ((now - toldNanos) / 1_000_000 >= TELL_MILLIS) {
      toldNanos = now;
      to.accept(line(what, done, first, all, (now - begunNanos) / 1e9));
    }
  }

  static String line(String what, long done, long first, long all, double seconds) {
    double rate = (done - first) / seconds;
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s, %.0f a second%s",
        done,
        all,
        what,
        rate,
        rate <= 0 ? "" : ", about " + time((all - done) / rate) + " left");
  }

  /** As exact as such a guess is: 45 s, 12 min, 3 h 20 min, 51 h. */
  private static String time(double seconds) {
    long minutes = Math.round(seconds / SECONDS_OF_MINUTE);
    if (seconds < 2 * SECONDS_OF_MINUTE) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    if (minutes < 2 * MINUTES_OF_HOUR) {
      return minutes + " min";
    }
    long hours = minutes / MINUTES_OF_HOUR;
    return hours < HOURS_OF_DAY
        ? hours + " h " + minutes % MINUTES_OF_HOUR + " min"
        : String.format(Locale.ROOT, "%,d h", Math.round(minutes / (double) MINUTES_OF_HOUR));
  }
}
