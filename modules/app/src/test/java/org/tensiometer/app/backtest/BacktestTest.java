package org.tensiometer.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.app.Console;
import org.tensiometer.app.Tensiometer;

/**
 * A small file through the topology on a Kafka of its own: scores against the formula worked out by
 * hand, and the explanation of one of them from what was kept.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestTest {

  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final int LAST = 60;
  private static final int BLOWS = 50;
  private static final Pattern LINE =
      Pattern.compile("\\{\"pair\":\"(.+)\",\"day\":\"(.+)\",\"score\":(.+)}");
  private static final Offset<Double> ROUNDED = Offset.offset(0.5e-6);

  private static final double CALM = stabilised(0);

  @TempDir private static Path folder;

  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();
  private final Map<String, String> scores = new HashMap<>();
  private List<String> series;
  private int exitCode;

  @BeforeAll
  void run() throws IOException {
    StringBuilder file = new StringBuilder("date\tsource\ttarget\tevent\tgoldstein\n");
    row(file, 0, "CCC", "DDD", "WEIS 223", "-10");
    for (int i = 0; i < 4; i++) {
      row(file, BLOWS, i % 2 == 0 ? "BBB" : "AAA", i % 2 == 0 ? "AAA" : "BBB", "WEIS 223", "-10");
    }
    row(file, BLOWS, "AAA", "BBB", "WEIS 065", "5.0");
    file.append("2020-02-30\tAAA\tBBB\tWEIS 065\t1\n");
    row(file, LAST, "CCC", "DDD", "190", "-9.0");
    Path events = Files.writeString(folder.resolve("events.tsv"), file);

    exitCode =
        execute(
            "backtest",
            "--events",
            events.toString(),
            "--series",
            folder.resolve("series.jsonl").toString(),
            "--alerts",
            folder.resolve("alerts.jsonl").toString(),
            "--data",
            folder.resolve("data").toString());
    assertThat(exitCode).as(err.toString()).isZero();
    series = Files.readAllLines(folder.resolve("series.jsonl"));
    for (String line : series) {
      Matcher matcher = LINE.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      scores.put(matcher.group(1) + ' ' + matcher.group(2), matcher.group(3));
    }
  }

  @Test
  void shouldGiveEveryDayOfEveryPairOnceInOrder() {
    assertThat(series).hasSize(2 * (LAST + 1));
    assertThat(scores).hasSameSizeAs(series);
    assertThat(series).isSorted();
  }

  @Test
  void shouldGiveNoScoreBeforeTheFortySecondDayOfTheFeed() {
    assertThat(score("AAA-BBB", 40)).isNull();
    assertThat(score("CCC-DDD", 40)).isNull();
    assertThat(score("AAA-BBB", 41)).isZero();
  }

  @Test
  void shouldScoreFourBlowsBetweenCalmParties() {
    double expected = stabilised(4) - CALM;

    assertThat(score("AAA-BBB", BLOWS - 1)).isZero();
    assertThat(score("AAA-BBB", BLOWS)).isEqualTo(expected, ROUNDED);
    assertThat(score("AAA-BBB", BLOWS + 6)).isEqualTo(expected, ROUNDED);
    assertThat(score("AAA-BBB", BLOWS + 7)).isZero();
  }

  @Test
  void shouldCompareWithTheWeeksOfTheBaseline() {
    // On day 41 the baseline is the days 0 to 27: seven see the blow of day 0. Their deviation is
    // less than 1, so that the floor divides.
    double expected = -(stabilised(1) - CALM) / 4;

    assertThat(score("CCC-DDD", 41)).isEqualTo(expected, ROUNDED);
    assertThat(score("CCC-DDD", LAST))
        .isEqualTo(stabilised(0.9) - CALM - 7 * (stabilised(1) - CALM) / 47, ROUNDED);
  }

  @Test
  void shouldRaiseAnAlertWithoutAskingForOutletsAndGiveItsRows() throws IOException {
    List<String> alerts = Files.readAllLines(folder.resolve("alerts.jsonl"));

    assertThat(alerts)
        .filteredOn(alert -> alert.contains("\"of\":\"score\""))
        .singleElement()
        .asString()
        .contains("\"pair\":\"AAA-BBB\"")
        .contains("\"first_day\":\"" + day(BLOWS) + "\",\"score\":4.5")
        .contains("{\"place\":\"line-3\",");
    assertThat(alerts)
        .filteredOn(alert -> alert.contains("\"of\":\"event\""))
        .singleElement()
        .asString()
        .contains("\"kind\":\"FLASH\"")
        .contains("{\"place\":\"line-9\",\"row\":\"" + day(LAST) + "\\tCCC\\tDDD\\t190\\t-9.0\"}");
  }

  @Test
  void shouldSayWhatItTakesARowForAndWhichRowIsBad() {
    assertThat(err.toString())
        .contains("events.tsv:8: the date is \"2020-02-30\"")
        .contains("7 events, 1 bad rows left out")
        .contains("Class by CAMEO code: 1, by PLOVER type: 0, by the sign of goldstein: 6")
        .contains("event of its own with weight 1")
        .contains("nothing is merged");
  }

  @Test
  void shouldExplainAScoreDownToTheRows() {
    assertThat(explain("bbb-aaa", "--day", day(BLOWS + 1).toString())).isZero();

    assertThat(out.toString())
        .contains("AAA-BBB on " + day(BLOWS + 1))
        .contains("Score 4.563 = (5.788 - 1.225) / 1.000")
        .contains("2 * sqrt(2 * 4.000 + 3/8)")
        .contains("Level 44.4 = 100 * 4.000 / (4.000 + 5.000)")
        .contains(day(BLOWS) + "       4.000 (4)")
        .contains("WEIS 223\t-10")
        .contains("article line-3")
        .contains("rule event-data.sign");
  }

  @Test
  void shouldExplainTheLatestDayAsJson() throws IOException {
    assertThat(explain("CCC-DDD", "--output", "json")).isZero();

    String json = out.toString();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
    }
    // The day after the last one is open.
    assertThat(json)
        .contains("\"day\" : \"" + day(LAST + 1) + '"')
        .contains("\"week_conflict_severity\" : 0.9")
        .contains("event-data.cameo");
  }

  @Test
  void shouldDrawScoreLevelAndAlertsOfATimeAsSvg() throws Exception {
    Path picture = folder.resolve("pair.svg");
    String from = day(BLOWS - 3).toString();
    assertThat(explain("AAA-BBB", "--plot", picture.toString(), "--from", from)).isZero();

    String svg = Files.readString(picture);
    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(picture.toFile())
            .getDocumentElement();
    assertThat(root.getAttribute("aria-label"))
        .isEqualTo("AAA-BBB, " + from + " to " + day(LAST + 1));
    // Of the two curves each day is a point; the alert is shaded by its tier, 1 in the first
    // months.
    int days = LAST + 1 - (BLOWS - 3);
    assertThat(curve(svg, "score")).hasSize(days + 1);
    assertThat(curve(svg, "level")).hasSize(days + 1);
    assertThat(svg).contains("class=\"alert1\"").doesNotContain("class=\"alert2\"");
  }

  private static String[] curve(String svg, String kind) {
    Matcher path = Pattern.compile("class=\"" + kind + "\" d=\"M([^\"]*)\"").matcher(svg);
    assertThat(path.find()).as(kind).isTrue();
    return path.group(1).split("L");
  }

  @Test
  void shouldSayWhenThereIsNothingToDraw() {
    assertThat(explain("AAA-BBB", "--plot", "x.svg", "--from", "2024-01-01", "--to", "2024-01-02"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("AAA-BBB has no record from 2024-01-01 to 2024-01-02");
    assertThat(explain("AAA-BBB", "--plot", "x.svg", "--from", "2024-01-02", "--to", "2024-01-01"))
        .isEqualTo(2);
    assertThat(explain("AAA-BBB", "--plot", "x.svg", "--from", "yesterday")).isEqualTo(2);
  }

  @Test
  void shouldNameThePairsThatExistForOneThatDoesNot() {
    assertThat(explain("AAA-EEE")).isEqualTo(1);

    assertThat(err.toString())
        .contains("there is no record of AAA-EEE; there is one of AAA-BBB, CCC-DDD");
  }

  @Test
  void shouldNameTheNearestDaysForOneWithoutRecord() {
    assertThat(explain("AAA-BBB", "--day", "2024-01-01")).isEqualTo(1);

    assertThat(err.toString())
        .contains("no record of 2024-01-01; the nearest days that have one: " + day(LAST + 1));
  }

  @Test
  void shouldNotMixWithWhatIsInAFolder() {
    assertThat(execute("backtest", "--events", "x", "--series", "y", "--data", folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("is not empty");
  }

  private int explain(String... arguments) {
    out.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 3];
    all[0] = "explain";
    all[1] = "--data";
    all[2] = folder.resolve("data").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return execute(all);
  }

  private int execute(String... arguments) {
    return Tensiometer.execute(
        arguments,
        new Console(
            new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err)));
  }

  private Double score(String pair, int day) {
    String score = scores.get(pair + ' ' + day(day));
    assertThat(score).as("%s on day %d", pair, day).isNotNull();
    return score.equals("null") ? null : Double.valueOf(score);
  }

  private static double stabilised(double severity) {
    return 2 * Math.sqrt(2 * severity + 3.0 / 8);
  }

  private static LocalDate day(int number) {
    return FIRST.plusDays(number);
  }

  private static void row(StringBuilder file, int day, String... cells) {
    file.append(day(day)).append('\t').append(String.join("\t", cells)).append('\n');
  }
}
