package org.tensiometer.sink.alerts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The countries there are, and the regions they lie in (world-countries, ODbL 1.0). */
final class Places {

  private static final String TABLE = "regions.tsv";
  private static final int SUGGESTIONS = 3;
  private static final Map<String, Set<String>> REGIONS = read();
  private static final Set<String> COUNTRIES = new TreeSet<>();

  static {
    REGIONS.values().forEach(COUNTRIES::addAll);
  }

  private Places() {}

  static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  static Set<String> countries() {
    return Set.copyOf(COUNTRIES);
  }

  /** Names of regions and subregions, for instance asia, southern-asia. */
  static Set<String> regions() {
    return new TreeSet<>(REGIONS.keySet());
  }

  /** The countries of a region or a subregion. */
  static Set<String> countriesOf(String region) {
    return REGIONS.get(region);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> regions = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Places.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
        List<String> columns = List.of(line.split("\t"));
        columns.stream()
            .skip(1)
            .forEach(
                region ->
                    regions.computeIfAbsent(region, r -> new TreeSet<>()).add(columns.get(0)));
      }
      return Map.copyOf(regions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was probably meant: known words with few letters changed, swapped ones first. */
  static String suggestion(String word, Stream<String> known) {
    List<String> near =
        known
            .filter(candidate -> distance(word, candidate) <= Math.max(1, word.length() / 3))
            .sorted(
                Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                    .thenComparing(candidate -> !sorted(candidate).equals(sorted(word)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(SUGGESTIONS)
            .toList();
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  private static String sorted(String word) {
    return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }

  /** Letters to be changed, added, dropped or swapped with their neighbour (Damerau 1964). */
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        steps[i][j] =
            Math.min(steps[i - 1][j - 1] + changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[a.length()][b.length()];
  }
}
