package org.tensiometer.topology.pair;

import java.time.LocalDate;

/**
 * Keys of the stores: pair, day, act family and claim id with a bar between them. A day has ten
 * characters, so that the order of the keys is the order of the days.
 */
final class PairKeys {

  // The bar and the character after it: no code, day or family contains either.
  private static final char BAR = '|';
  private static final char AFTER_BAR = '}';
  private static final int DAY_LENGTH = 10;

  private PairKeys() {}

  static String claim(String dayKey, String family, String claimId) {
    return dayKey + BAR + family + BAR + claimId;
  }

  /**
   * @throws IllegalArgumentException if the day is not of the years 0 to 9999
   */
  static String day(String pair, LocalDate day) {
    String text = day.toString();
    if (text.length() != DAY_LENGTH) {
      throw new IllegalArgumentException(
          "A claim of the pair " + pair + " is of " + text + "; years are 0000 to 9999");
    }
    return pair + BAR + text;
  }

  static String day(String pair, int day) {
    return day(pair, LocalDate.ofEpochDay(day));
  }

  /** First key below this one. */
  static String firstBelow(String key) {
    return key + BAR;
  }

  /** A key after all keys below this one. */
  static String afterAllBelow(String key) {
    return key + AFTER_BAR;
  }

  /** Pair and day of the key of a claim. */
  static String dayKeyOf(String claimKey) {
    return claimKey.substring(0, claimKey.indexOf(BAR) + 1 + DAY_LENGTH);
  }

  static String claimIdOf(String claimKey) {
    return claimKey.substring(claimKey.indexOf(BAR, dayKeyOf(claimKey).length() + 1) + 1);
  }

  static String pairOf(String dayKey) {
    return dayKey.substring(0, dayKey.length() - DAY_LENGTH - 1);
  }

  static int dayOf(String dayKey) {
    String day = dayKey.substring(dayKey.length() - DAY_LENGTH);
    return Math.toIntExact(LocalDate.parse(day).toEpochDay());
  }
}
