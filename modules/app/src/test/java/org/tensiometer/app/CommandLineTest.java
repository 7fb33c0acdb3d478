package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the user is told when something is wrong: one sentence and the right exit code. */
class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "claims",
        "ingest",
        "stream",
        "sink",
        "watch",
        "backtest",
        "explain",
        "config"
      })
  void shouldExplainEachCommandWithAnExample(String command) {
    assertThat(execute(command, "--help")).isZero();
    assertThat(out.toString()).contains("Example:").contains("tensiometer " + command);
  }

  @Test
  void shouldEndWithOneWhenNothingCouldBeRead() {
    String missing = folder.resolve("missing.txt").toString();

    assertThat(execute("claims", missing)).isEqualTo(1);
    assertThat(err.toString()).isEqualTo(missing + ": no such file" + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldEndWithOneBeforeStartingAnythingWhenNoFileIsThere() {
    String missing = folder.resolve("missing.txt").toString();
    Path data = folder.resolve("data");

    assertThat(execute("run", "--once", "--data", data.toString(), missing)).isEqualTo(1);
    assertThat(err.toString()).startsWith(missing + ": no such file");
    assertThat(data).doesNotExist();
  }

  @Test
  void shouldEndWithZeroWhenAnArticleWasReadAndIsInAnotherLanguage() throws IOException {
    Path german =
        Files.writeString(
            folder.resolve("a.txt"),
            "Die Regierung hat am Montag beschlossen, die Hilfe deutlich zu erh\u00f6hen.");

    assertThat(execute("claims", folder.resolve("missing.txt").toString(), german.toString()))
        .isZero();
    assertThat(err.toString().lines())
        .containsExactly(
            folder.resolve("missing.txt") + ": no such file",
            "a.txt: skipped, in German, not English");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "promote", "drop"})
  void shouldNotTakeTheTopicsOfRoutesForAGeneration(String action) {
    assertThat(execute("replay", action, "--generation", "live-alerts")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "tensiometer: tensiometer.generation \"live-alerts\" (flag --generation): A generation"
                + " cannot be named live-alerts, since tensiometer.live-alerts.* are the topics of"
                + " routes; name it otherwise, for instance g2");
  }

  @Test
  void shouldEndWithTwoWhenAFieldIsNamedThatArticlesDoNotHave() {
    assertThat(execute("claims", "--field", "author=by", "a.txt")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("--field: an article has no field \"author\"; right would be one of id, url");
  }

  @Test
  void shouldEndWithTwoWhenNoFileIsNamed() {
    assertThat(execute("claims")).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().contains("no FILE is named");
  }

  @Test
  void shouldEndWithTwoAndOneSentenceForAWrongDate() {
    assertThat(execute("claims", "--published", "yesterday", "a.txt")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("--published")
        .contains("\"yesterday\"")
        .contains("2024-06-21");
  }

  @Test
  void shouldEndWithTwoForAWrongRoutesFile() throws IOException {
    Path routes = Files.writeString(folder.resolve("routes.json"), "{}");

    assertThat(execute("run", "--once", "--routes", routes.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("routes.json").contains("needs an object with \"routes\"");
  }

  @Test
  void shouldEndWithTwoForAMissingConfigurationFile() {
    assertThat(execute("watch", "--config", folder.resolve("none.properties").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("none.properties: no such file").doesNotContain("\tat ");
  }

  @Test
  void shouldEndWithTwoWhenExplainIsGivenTwoSources() {
    assertThat(execute("explain", "A1-B1", "--data", "x", "--bootstrap-server", "localhost:1"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--data and --bootstrap-server name two sources");
  }

  @Test
  void shouldEndWithTwoForAPairThatIsNone() {
    assertThat(execute("explain", "Korea")).isEqualTo(2);
    assertThat(err.toString()).contains("for instance KOR-RUS, not \"KOREA\"");
  }

  @Test
  void shouldEndWithOneWhenTheFolderToExplainIsNoneOfARun() {
    assertThat(execute("explain", "KOR-PRK", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("is no data folder of a run");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldShowEachSettingWithItsOriginAndMaskSecrets() throws IOException {
    Path file = Files.writeString(folder.resolve("x.properties"), "ssl.key.password=sesame\n");

    assertThat(execute("config", "show", "--config", file.toString(), "--partitions", "6"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("key +value +origin"))
        .anyMatch(line -> line.matches("tensiometer.partitions +6 +flag --partitions"))
        .anyMatch(line -> line.matches("tensiometer.generation +g1 +default"))
        .anyMatch(line -> line.matches("ssl.key.password +[*]+ +file .*"))
        .noneMatch(line -> line.contains("sesame"));
  }

  /** What Kafka's own tools call the same. */
  @Test
  void shouldTakeKafkasNamesOfItsOptions() throws IOException {
    Path file = Files.writeString(folder.resolve("x.properties"), "client.id=me\n");

    assertThat(execute("config", "show", "--command-config", file.toString()))
        .as(err.toString())
        .isZero();
    assertThat(out.toString().lines()).anyMatch(line -> line.matches("client.id +me +file .*"));
    for (String[] command : new String[][] {{"reset"}, {"erase", "an-article"}}) {
      CommandLine.ParseResult parsed =
          Tensiometer.commandLine(console())
              .parseArgs(
                  Stream.concat(Stream.of(command), Stream.of("--execute")).toArray(String[]::new));
      assertThat(parsed.subcommand().hasMatchedOption("--yes")).isTrue();
    }
  }

  @Test
  void shouldShowSettingsToPrograms() throws IOException {
    assertThat(execute("config", "show", "--output", "json", "--generation", "g7")).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).get("settings"))
        .anySatisfy(
            setting -> {
              assertThat(setting.get("key").asText()).isEqualTo("tensiometer.generation");
              assertThat(setting.get("value").asText()).isEqualTo("g7");
              assertThat(setting.get("origin").asText()).isEqualTo("flag --generation");
            });
  }

  @Test
  void shouldNameEverySettingThereIs() {
    assertThat(execute("config", "keys")).isZero();
    assertThat(out.toString()).contains("tensiometer.routes", "--routes", "tensiometer-state");
  }

  @Test
  void shouldEndWithTwoAndOneSentenceForATakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(execute("run", "--data", folder.resolve("d").toString(), "--port", port))
          .isEqualTo(2);
      assertThat(lastLine()).startsWith("tensiometer: Port " + port + " of 127.0.0.1 is taken");
      assertThat(err.toString()).doesNotContain("\tat ");
    }
  }

  @Test
  void shouldEndWithTwoAndOneSentenceForADataFolderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(execute("run", "--once", "--data", file.resolve("data").toString())).isEqualTo(2);
    assertThat(lastLine()).contains("the data folder " + file, "cannot be written", "--data");
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void shouldShowWhereAnErrorCameFromWhenAsked() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(execute("run", "--once", "--debug", "--data", file.resolve("d").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("\tat org.tensiometer.app");
  }

  @Test
  void shouldSayOfAWrongPortWhereItStands() {
    assertThat(execute("run", "--once", "--port", "99999")).isEqualTo(2);
    assertThat(err.toString()).contains("tensiometer.kafka.port \"99999\" (flag --port): needs a");
  }

  @Test
  void shouldEndWithTwoWithoutACommand() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: tensiometer");
  }

  private String lastLine() {
    return err.toString().lines().reduce((before, line) -> line).orElse("");
  }

  private int execute(String... arguments) {
    return Tensiometer.execute(arguments, console());
  }

  private Console console() {
    return new Console(
        new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err));
  }
}
