package org.tensiometer.tension.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounding of what is published, so that equal answers are equal bytes. */
public final class Rounding {

  private static final int DECIMALS = 6;

  private Rounding() {}

  /** To 6 decimals, half to even on the exact binary value; never -0. */
  public static double micros(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }
}
