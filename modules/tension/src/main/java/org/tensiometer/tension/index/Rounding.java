package org.tensiometer.tension.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding of what is published, so that equal answers are equal bytes. */
public final class Rounding {

  private static final int DECIMALS = 6;
  private static final double UNITS = 1e6;

  // Below it the product's error is far smaller than the distance kept from the middle.
  private static final double EASY = 1e12;
  private static final double FAR_FROM_THE_MIDDLE = 1e-3;

  private Rounding() {}

  /** To 6 decimals, half to even on the exact binary value; never -0. */
  public static double micros(double value) {
    double scaled = value * UNITS;
    boolean easy =
        Math.abs(scaled) < EASY
            && Math.abs(scaled - Math.floor(scaled) - 0.5) > FAR_FROM_THE_MIDDLE;
    return easy ? Math.rint(scaled) / UNITS + 0.0 : exact(value);
  }

  /** The same, for any value, slowly. */
  static double exact(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }
}
