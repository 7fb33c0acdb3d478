package org.tensiometer.coding;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Codes of countries, present and former. */
public final class CountryCodes {

  /** ISO 3166-1 alpha-3, the user-assigned code of Kosovo, and former states (ISO 3166-3). */
  private static final Set<String> COUNTRIES = countries();

  /** Codes that ISO 3166 leaves to its users. */
  private static final String USER_ASSIGNED = "AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]";

  private CountryCodes() {}

  /** Whether a code is that of a country, present or former. */
  public static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  /** Whether a code is that of a country or one that ISO 3166 leaves to its users. */
  public static boolean isPossible(String code) {
    return isCountry(code) || code.matches(USER_ASSIGNED);
  }

  private static Set<String> countries() {
    Set<String> codes = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
    codes.addAll(Set.of("XKX", "YUG", "SCG", "CSK", "DDR"));
    return Set.copyOf(codes);
  }
}
