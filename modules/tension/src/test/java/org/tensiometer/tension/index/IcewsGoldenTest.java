package org.tensiometer.tension.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.tensiometer.contracts.CountryPair;
import org.tensiometer.contracts.PairDayTotals;
import org.tensiometer.contracts.Stock;
import org.tensiometer.tension.alert.AlertRule;
import org.tensiometer.tension.config.TensionConfig;

/** Windows, level, stocks and score against an independent computation over a year of ICEWS. */
class IcewsGoldenTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("project.root")).resolveSibling("shared/data/index-golden");
  private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2014, 12, 31);

  @Test
  void shouldEqualTheGoldenYearOfEveryPairInEveryRow() throws IOException {
    if (!Files.isDirectory(GOLDEN)) {
      System.out.println("Skipped: the golden vectors are not at ../shared/data/index-golden");
    }
    Assumptions.assumeTrue(Files.isDirectory(GOLDEN), "no golden vectors beside the project");
    Map<CountryPair, NavigableMap<Integer, PairDayTotals>> input = input();
    int rows = 0;
    try (var files = Files.newDirectoryStream(GOLDEN, "*_2014.jsonl")) {
      for (Path file : files) {
        String[] codes = file.getFileName().toString().split("_");
        rows += compare(input.get(CountryPair.of(codes[0], codes[1])), Files.readAllLines(file));
      }
    }
    System.out.println("Equal to the golden vectors in " + rows + " rows");
    assertThat(rows).isEqualTo(8 * 365);
  }

  @Test
  void shouldRaiseTheAlertsOf2014OnTheDaysThatWereMeasured() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(GOLDEN), "no golden vectors beside the project");
    Map<CountryPair, NavigableMap<Integer, PairDayTotals>> input = input();

    assertThat(raised(input, "CHN-VNM")).contains("2014-05-07");
    assertThat(raised(input, "RUS-USA")).contains("2014-03-08");
    assertThat(raised(input, "RUS-UKR")).contains("2014-03-11");
    assertThat(raised(input, "KOR-PRK")).contains("2014-10-13");
    assertThat(raised(input, "ISR-PSE")).contains("2014-06-17");
    assertThat(raised(input, "IND-PAK")).isEmpty();
  }

  private static List<String> raised(
      Map<CountryPair, NavigableMap<Integer, PairDayTotals>> input, String pair) {
    var thresholds = TensionConfig.defaults().thresholds();
    FeedClock clock = FeedClock.of(Instant.parse(LAST + "T12:00:00Z"), FIRST, thresholds);
    Timeline timeline = new Timeline(input.get(CountryPair.parse(pair)), clock, thresholds);
    return new AlertRule(thresholds)
        .episodes(timeline).stream()
            .map(episode -> LocalDate.ofEpochDay(episode.firstDay()).toString())
            .toList();
  }

  private static int compare(NavigableMap<Integer, PairDayTotals> days, List<String> golden) {
    var thresholds = TensionConfig.defaults().thresholds();
    FeedClock clock = FeedClock.of(Instant.parse(LAST + "T12:00:00Z"), FIRST, thresholds);
    Timeline timeline = new Timeline(days, clock, thresholds);
    for (String row : golden) {
      int day = (int) LocalDate.parse(field(row, "day").replace("\"", "")).toEpochDay();
      Score score = timeline.score(day);
      Stock stock = timeline.stock(day);
      String answer =
          String.join(
              " ",
              score == null ? "null" : Double.toString(score.z()),
              Long.toString(timeline.severity7(day)),
              Long.toString(timeline.clusters7(day)),
              Double.toString(timeline.level(day)),
              Long.toString(stock.getH3Micros()),
              Long.toString(stock.getH7Micros()),
              Long.toString(stock.getH30Micros()));
      String expected =
          String.join(
              " ",
              number(field(row, "zown7")),
              field(row, "s7_micro"),
              field(row, "y7"),
              number(field(row, "level")),
              field(row, "3"),
              field(row, "7"),
              field(row, "30"));
      assertThat(answer).as(row).isEqualTo(expected);
    }
    return golden.size();
  }

  private static String number(String json) {
    return json.equals("null") ? json : Double.toString(Double.parseDouble(json) + 0.0);
  }

  private static String field(String row, String name) {
    Matcher matcher = Pattern.compile('"' + name + "\": ([^,}]+)").matcher(row);
    assertThat(matcher.find()).as("%s in %s", name, row).isTrue();
    return matcher.group(1);
  }

  private static Map<CountryPair, NavigableMap<Integer, PairDayTotals>> input() throws IOException {
    Map<CountryPair, NavigableMap<Integer, PairDayTotals>> input = new HashMap<>();
    Path file = GOLDEN.resolve("input_icews14_interstate.tsv.gz");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      in.lines().map(line -> line.split("\t")).forEach(cells -> add(input, cells));
    }
    return input;
  }

  private static void add(
      Map<CountryPair, NavigableMap<Integer, PairDayTotals>> input, String[] cells) {
    boolean conflict = Integer.parseInt(cells[3]) >= 3;
    long severity = conflict ? Math.abs(Long.parseLong(cells[4])) : 0;
    input
        .computeIfAbsent(CountryPair.of(cells[1], cells[2]), p -> new TreeMap<>())
        .merge(
            (int) LocalDate.parse(cells[0]).toEpochDay(),
            Days.conflict(severity, conflict ? 1 : 0),
            (one, other) ->
                Days.conflict(
                    one.getConflictSeverityMicros() + other.getConflictSeverityMicros(),
                    one.getConflictClusters() + other.getConflictClusters()));
  }
}
