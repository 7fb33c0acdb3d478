package org.tensiometer.tension.index;

/**
 * Decayed conflict severity (F6): sum of S(t - a) * 2^(-a/h) over ages a under 16 h, with an
 * integer table in units of 2^-20, so that it is the same on every machine.
 */
public final class DecayedStock {

  private static final int FRACTION_BITS = 20;
  private static final int HALF_LIVES_KEPT = 16;

  private final long[] decay;

  /**
   * @param halfLifeDays half-life h, days
   */
  public DecayedStock(int halfLifeDays) {
    decay = new long[HALF_LIVES_KEPT * halfLifeDays];
    for (int age = 0; age < decay.length; age++) {
      double factor = StrictMath.pow(2, -(double) age / halfLifeDays);
      decay[age] = Math.round((1 << FRACTION_BITS) * factor);
    }
  }

  /**
   * @param severityMicros daily conflict severity, millionths, each under 8e12
   * @param at index of the day t
   * @return stock at the end of that day, millionths, rounded down
   */
  public long at(long[] severityMicros, int at) {
    long sum = 0;
    for (int age = 0; age < decay.length && age <= at; age++) {
      sum += severityMicros[at - age] * decay[age];
    }
    return sum >> FRACTION_BITS;
  }
}
