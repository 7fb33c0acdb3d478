package org.tensiometer.claims.language.nlp4j;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Data files beside this class: {@code #} starts a comment line. */
final class WordLists {

  private WordLists() {}

  /** A table of two columns, tab-separated. */
  static Map<String, String> read(String name) {
    return lines(name).stream()
        .map(line -> line.split("\t"))
        .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));
  }

  /** One entry a line, in file order. */
  static List<String> lines(String name) {
    try (InputStream in = WordLists.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
