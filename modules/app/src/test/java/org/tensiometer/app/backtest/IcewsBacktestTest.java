package org.tensiometer.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.app.backtest.EventFile.Numbered;

/** A year of ICEWS through the whole topology against scores computed independently. */
class IcewsBacktestTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("project.root")).resolveSibling("shared/data/index-golden");

  /** A PLOVER type for each of the quad classes 1 to 4. */
  private static final List<String> TYPES = List.of("CONSULT", "AID", "THREATEN", "ASSAULT");

  private static final Pattern ROW =
      Pattern.compile("\\{\"day\": \"([0-9-]+)\".*\"zown7\": ([^,}]+).*");

  @TempDir private Path folder;

  @Test
  void shouldScoreEveryDayOfTheGoldenPairsAsComputedIndependently() throws Exception {
    if (!Files.isDirectory(GOLDEN)) {
      System.out.println("Skipped: the golden vectors are not at ../shared/data/index-golden");
    }
    Assumptions.assumeTrue(Files.isDirectory(GOLDEN), "no golden vectors beside the project");
    Map<String, String> golden = golden();
    Set<String> pairs = new TreeSet<>();
    golden.keySet().forEach(key -> pairs.add(key.substring(0, key.indexOf(' '))));

    BacktestResult result = new EventTopology(folder, "icews14", progress -> {}).run(rowsOf(pairs));

    Map<String, String> scores = new HashMap<>();
    result
        .scores()
        .forEach((pair, day, score) -> scores.put(pair + ' ' + day, String.valueOf(score)));
    assertThat(scores).hasSize(8 * 365).isEqualTo(golden);
  }

  private static Map<String, String> golden() throws IOException {
    Map<String, String> golden = new HashMap<>();
    try (var files = Files.newDirectoryStream(GOLDEN, "*_2014.jsonl")) {
      for (Path file : files) {
        String[] codes = file.getFileName().toString().split("_");
        for (String line : Files.readAllLines(file)) {
          Matcher row = ROW.matcher(line);
          assertThat(row.matches()).as(line).isTrue();
          String score = row.group(2);
          golden.put(
              codes[0] + '-' + codes[1] + ' ' + row.group(1),
              score.equals("null") ? score : String.valueOf(Double.parseDouble(score) + 0.0));
        }
      }
    }
    return golden;
  }

  private static List<Numbered> rowsOf(Set<String> pairs) throws IOException {
    List<Numbered> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(GOLDEN.resolve("input_icews14_interstate.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split("\t");
        EventRow row =
            EventRow.of(
                cells[0],
                cells[1],
                cells[2],
                TYPES.get(Integer.parseInt(cells[3]) - 1),
                new BigDecimal(cells[4]).movePointLeft(5).toPlainString());
        number++;
        if (pairs.contains(row.pair().toString())) {
          rows.add(new Numbered(number, row));
        }
      }
    }
    return rows;
  }
}
