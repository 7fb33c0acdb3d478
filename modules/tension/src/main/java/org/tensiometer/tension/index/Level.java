package org.tensiometer.tension.index;

/** The level shown to people (F5): 100 X / (X + kappa); comparable across pairs. */
public final class Level {

  private Level() {}

  /**
   * @param severityMicros conflict severity X of seven days, millionths
   * @param kappaMicros the severity at which the level is 50, millionths
   * @return 0 to 100, rounded to 6 decimals
   */
  public static double of(long severityMicros, long kappaMicros) {
    return Rounding.micros(100.0 * severityMicros / (severityMicros + kappaMicros));
  }
}
