package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reliability.md names every fault test, and none that is not there. */
class ReliabilityPageTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path TESTS =
      ROOT.resolve("modules/acceptance/src/test/java/org/tensiometer/acceptance/faults");
  private static final Pattern NAME = Pattern.compile("`(\\w+IT)`");
  private static final Pattern SIZE = Pattern.compile("FaultSize\\s*\\.of\\(\\s*\"([a-z.]+)\"");

  @Test
  void shouldNameEveryFaultTestOfTheTable() throws IOException {
    assertThat(found(NAME, page())).isEqualTo(tests());
  }

  @Test
  void shouldNameEverySizeThatCanBeSet() throws IOException {
    String page = page();
    assertThat(sizes()).isNotEmpty().allSatisfy(size -> assertThat(page).contains(size));
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/reliability.md"));
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> name.endsWith("IT"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> sizes() throws IOException {
    Set<String> sizes = new TreeSet<>();
    for (String test : tests()) {
      for (String size : found(SIZE, Files.readString(TESTS.resolve(test + ".java")))) {
        sizes.add("faults." + size);
      }
    }
    return sizes;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
