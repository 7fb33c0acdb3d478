package org.tensiometer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user is told when something is wrong: one sentence and the right exit code. */
class CommandLineTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "claims", "ingest", "stream", "sink", "watch", "backtest", "explain"})
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
    assertThat(err.toString()).contains("no such file: " + missing);
    assertThat(data).doesNotExist();
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
  void shouldEndWithTwoWithoutACommand() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: tensiometer");
  }

  private int execute(String... arguments) {
    return Tensiometer.execute(
        arguments,
        new Console(
            new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err)));
  }
}
