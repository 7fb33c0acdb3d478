package org.tensiometer.coding.score;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The labelled data, if it is there: in the folder {@code shared} beside the project, or in the one
 * that the environment variable {@code TENSIOMETER_SHARED} names.
 */
final class Gold {

  private static final Path FOLDER =
      Optional.ofNullable(System.getenv("TENSIOMETER_SHARED"))
          .map(Path::of)
          .orElseGet(() -> Path.of(System.getProperty("project.root")).resolveSibling("shared"))
          .resolve("gold");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Gold() {}

  /** Skips the test, and says so on standard output, where the data is missing. */
  static void assumeThere() {
    boolean there = Files.isReadable(FOLDER.resolve("coding-dev.jsonl"));
    if (!there) {
      System.out.println("Claims and coding are not scored: no labelled data in " + FOLDER);
    }
    assumeTrue(there, "no labelled data in " + FOLDER);
  }

  static List<JsonNode> rows(String file) {
    try {
      List<JsonNode> rows = new ArrayList<>();
      for (String line : text(file).split("\n")) {
        if (!line.isBlank()) {
          rows.add(JSON.readTree(line));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The strings of an array; none for null. */
  static Set<String> strings(JsonNode array) {
    Set<String> strings = new LinkedHashSet<>();
    array.forEach(node -> strings.add(node.asText()));
    return strings;
  }
}
