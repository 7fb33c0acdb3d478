package org.tensiometer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/reliability.md tells of every fault test, and of none that is not there, what it breaks, at
 * which sizes, by which command, and what came of it when.
 */
class ReliabilityPageTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path PAGE = ROOT.resolve("docs/reliability.md");
  private static final Path TESTS =
      ROOT.resolve("modules/acceptance/src/test/java/org/tensiometer/acceptance/faults");
  private static final Pattern NAME = Pattern.compile("`(\\w+IT)`");
  private static final Pattern SIZE =
      Pattern.compile("FaultSize\\s*\\.of\\(\\s*\"([a-z.]+)\",\\s*([\\d_]+),\\s*([\\d_]+)\\)");

  private static final String RESULTS = "## Results";

  /** Test, size, day, verdict with its time. */
  private static final Pattern RESULT =
      Pattern.compile(
          "\\| `\\w+IT` \\| [^|]+ \\| \\d{4}-\\d\\d-\\d\\d \\|"
              + " (passed|failed), (in \\d+ s|time not taken)\\b.* \\|");

  @Test
  void shouldNameEveryFaultTestInOneRowOfEachTable() throws IOException {
    assertThat(named(faults())).containsExactlyInAnyOrderElementsOf(tests());
    assertThat(named(results())).containsExactlyInAnyOrderElementsOf(tests());
  }

  @Test
  void shouldStateTheSizesOfEveryTestAsTheyAreInItsCode() throws IOException {
    for (String test : tests()) {
      String row =
          faults().stream().filter(line -> named(List.of(line)).contains(test)).findFirst().get();
      List<String> sizes = sizes(Files.readString(TESTS.resolve(test + ".java")));
      assertThat(sizes)
          .as("sizes of " + test)
          .isNotEmpty()
          .allSatisfy(s -> assertThat(row).contains(s));
    }
  }

  @Test
  void shouldGiveTheCommandOfEveryTest() throws IOException {
    assertThat(MarkdownCommands.of(PAGE))
        .filteredOn(command -> command.contains("-Pfaults") && command.contains("-Dit.test="))
        .containsExactlyInAnyOrderElementsOf(
            tests().stream()
                .map(
                    test ->
                        "mvn -B verify -Pfaults -pl modules/acceptance -am -Dtest=None"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dit.test="
                            + test)
                .toList());
  }

  @Test
  void shouldTellWhenEveryResultWasMeasuredAndHowLongItTookIfTaken() throws IOException {
    assertThat(results()).isNotEmpty().allMatch(row -> RESULT.matcher(row).matches());
  }

  /** Rows of the table of faults. */
  private static List<String> faults() throws IOException {
    return rows(Files.readString(PAGE).split(RESULTS)[0]);
  }

  /** Rows of the table of results. */
  private static List<String> results() throws IOException {
    return rows(Files.readString(PAGE).split(RESULTS)[1]);
  }

  private static List<String> rows(String part) {
    return part.lines().filter(line -> line.startsWith("| ") && NAME.matcher(line).find()).toList();
  }

  private static List<String> named(List<String> rows) {
    return rows.stream()
        .flatMap(row -> NAME.matcher(row).results())
        .map(result -> result.group(1))
        .toList();
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> name.endsWith("IT"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static List<String> sizes(String code) {
    return SIZE.matcher(code).results().map(ReliabilityPageTest::size).toList();
  }

  private static String size(MatchResult found) {
    return "`faults.%s` %s / %s"
        .formatted(found.group(1), number(found.group(2)), number(found.group(3)));
  }

  private static String number(String code) {
    return String.format(Locale.ROOT, "%,d", Integer.parseInt(code.replace("_", "")));
  }
}
