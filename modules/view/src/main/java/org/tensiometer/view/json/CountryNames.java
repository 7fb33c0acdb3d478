package org.tensiometer.view.json;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** English names of countries by ISO 3166-1 alpha-3, from the platform's own data. */
final class CountryNames {

  private static final Map<String, String> NAMES = names();

  private CountryNames() {}

  /** The name, or the code itself where there is no country of that code. */
  static String of(String code) {
    return NAMES.getOrDefault(code, code);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String two : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(two).build();
      names.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
    }
    names.put("XKX", "Kosovo");
    names.put("YUG", "Yugoslavia");
    names.put("SCG", "Serbia and Montenegro");
    names.put("CSK", "Czechoslovakia");
    names.put("DDR", "East Germany");
    return Map.copyOf(names);
  }
}
