package org.tensiometer.contracts;

import java.util.Objects;

/**
 * Two different parties in one order whatever order they are named in: {@code a} sorts before
 * {@code b}.
 *
 * @param a code of the first party, ISO 3166-1 alpha-3 or the code of an organisation
 * @param b code of the second party
 */
public record CountryPair(String a, String b) implements Comparable<CountryPair> {

  public CountryPair {
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    requireCode(a);
    requireCode(b);
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException(
          "A pair is two different codes in alphabetical order, not " + a + ", " + b);
    }
  }

  /**
   * The pair of two parties named in any order.
   *
   * @throws IllegalArgumentException if both are the same or one is no code
   */
  public static CountryPair of(String one, String other) {
    return one.compareTo(other) < 0 ? new CountryPair(one, other) : new CountryPair(other, one);
  }

  /**
   * Reads what {@link #toString} writes; the two codes may stand in any order.
   *
   * @throws IllegalArgumentException if the text is not two codes with a hyphen between them
   */
  public static CountryPair parse(String text) {
    int hyphen = text.indexOf('-');
    if (hyphen < 1 || hyphen == text.length() - 1) {
      throw new IllegalArgumentException(
          "A pair is two codes with a hyphen between them, for instance KOR-RUS, not \""
              + text
              + '"');
    }
    return of(text.substring(0, hyphen), text.substring(hyphen + 1));
  }

  /** The direction in which {@code source} acts within this pair. */
  public Direction directionFrom(String source) {
    if (source.equals(a)) {
      return Direction.A_TO_B;
    }
    if (source.equals(b)) {
      return Direction.B_TO_A;
    }
    throw new IllegalArgumentException(source + " is not in the pair " + this);
  }

  @Override
  public int compareTo(CountryPair other) {
    int first = a.compareTo(other.a);
    return first != 0 ? first : b.compareTo(other.b);
  }

  @Override
  public String toString() {
    return a + '-' + b;
  }

  private static void requireCode(String code) {
    boolean valid = code.length() >= 2 && code.length() <= 12;
    for (int i = 0; valid && i < code.length(); i++) {
      char c = code.charAt(i);
      valid = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    if (!valid) {
      throw new IllegalArgumentException(
          "A party's code is 2 to 12 capital letters or digits, for instance KOR, not \""
              + code
              + '"');
    }
  }
}
