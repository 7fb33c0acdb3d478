package org.tensiometer.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensiometer.app.UserError;
import org.tensiometer.app.backtest.EventFile.Numbered;

class EventFileTest {

  private static final String HEADER = "date\tsource\ttarget\tevent\tgoldstein\n";
  private static final String ROW = "1991-06-27\tSRB\tHRV\tWEIS 223\t-10.0\n";

  @TempDir private Path folder;
  private final List<String> problems = new ArrayList<>();

  @Test
  void shouldReadRowsWithTheirLines() throws IOException {
    List<Numbered> rows = read(HEADER + ROW + "\n" + ROW);

    assertThat(rows).extracting(Numbered::line).containsExactly(2, 4);
    assertThat(rows.get(0).row()).isEqualTo(rows.get(1).row());
    assertThat(rows.get(0).row().pair()).hasToString("HRV-SRB");
    assertThat(rows.get(0).row().intensityMicros()).isEqualTo(-1_000_000);
    assertThat(EventRow.parse(rows.get(0).row().text())).isEqualTo(rows.get(0).row());
    assertThat(problems).isEmpty();
  }

  @Test
  void shouldFindTheColumnsByTheirNames() throws IOException {
    List<Numbered> rows =
        read("id\tgoldstein\tdate\ttarget\tsource\tevent\n7\t3.4\t2014-05-02\tVNM\tCHN\t040\n");

    assertThat(rows.get(0).row()).isEqualTo(EventRow.parse("2014-05-02\tCHN\tVNM\t040\t3.4"));
  }

  @Test
  void shouldReadWhatIsGzippedWhateverItsName() throws IOException {
    Path file = folder.resolve("events");
    Files.write(file, gzip(HEADER + ROW));

    assertThat(new EventFile(file, problems::add).read()).hasSize(1);
  }

  @Test
  void shouldKeepWhatStandsBeforeTheEndOfATruncatedFileAndSaySo() throws IOException {
    String much = HEADER + ROW.repeat(20_000);
    byte[] whole = gzip(much);
    Path file = folder.resolve("events.tsv.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThat(new EventFile(file, problems::add).read()).isNotEmpty().hasSizeLessThan(20_000);
    assertThat(problems).singleElement().asString().contains("cannot be read beyond this line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1991-02-30 SRB HRV x -1|the date is \"1991-02-30\", not like 1991-06-27",
        "1969-12-31 SRB HRV x -1|the date 1969-12-31 is before 1970-01-01",
        "2991-06-27 SRB HRV x -1|the date 2991-06-27 is in the future",
        "1991-06-27 SRB SRB x -1|source and target are both SRB",
        "1991-06-27 srb HRV x -1|not \"srb\"",
        "1991-06-27 SRB HRV x -10.5|goldstein is -10.5, not from -10 to 10",
        "1991-06-27 SRB HRV x NaN|goldstein is \"NaN\", which is no number",
        "1991-06-27 SRB HRV x Infinity|goldstein is \"Infinity\", which is no number",
        "1991-06-27 SRB HRV x|the row has 4 cells and so no goldstein"
      })
  void shouldNameFileAndLineOfABadRowAndGoOn(String cells, String problem) throws IOException {
    List<Numbered> rows = read(HEADER + ROW + cells.replace(' ', '\t') + "\n" + ROW);

    assertThat(rows).extracting(Numbered::line).containsExactly(2, 4);
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(folder.resolve("events.tsv") + ":3: ")
        .contains(problem);
  }

  @Test
  void shouldSayWhichColumnIsMissing() {
    assertThatThrownBy(() -> read("date\tsource\ttarget\tevent\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("events.tsv:1")
        .hasMessageContaining("goldstein is missing");
  }

  @Test
  void shouldSayThatThereIsNoSuchFile() {
    assertThatThrownBy(() -> new EventFile(folder.resolve("none.tsv"), problems::add).read())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.tsv: no such file");
  }

  private List<Numbered> read(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("events.tsv"), content);
    return new EventFile(file, problems::add).read();
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
