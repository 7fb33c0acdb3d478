package org.tensiometer.app.backtest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.tensiometer.app.UserError;

/**
 * Reads event data: UTF-8, cells with tabs between, a header that names the columns date, source,
 * target, event and goldstein in any order beside others; also gzipped.
 */
final class EventFile {

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final Path file;
  private final Consumer<String> problems;

  /**
   * A row with its place.
   *
   * @param line number of the line, the header being 1
   */
  record Numbered(int line, EventRow row) {}

  /**
   * @param problems is told of each bad row, with file and line
   */
  EventFile(Path file, Consumer<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * All good rows in the order of the file.
   *
   * @throws UserError if the file cannot be opened or has no such header
   */
  List<Numbered> read() {
    if (!Files.isRegularFile(file)) {
      throw UserError.nothingRead(file + ": no such file");
    }
    List<Numbered> rows = new ArrayList<>();
    int line = 1;
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      int[] columns = columns(in.readLine());
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        if (!text.isBlank()) {
          add(line, text, columns, rows);
        }
      }
    } catch (IOException e) {
      problems.accept(
          file + ":" + line + ": the file cannot be read beyond this line: " + e.getMessage());
    }
    return rows;
  }

  private void add(int line, String text, int[] columns, List<Numbered> rows) {
    String[] cells = text.split("\t", -1);
    try {
      String[] wanted = new String[columns.length];
      for (int i = 0; i < columns.length; i++) {
        if (columns[i] >= cells.length) {
          throw new IllegalArgumentException(
              "the row has " + cells.length + " cells and so no " + EventRow.COLUMNS[i]);
        }
        wanted[i] = cells[columns[i]];
      }
      rows.add(new Numbered(line, EventRow.of(wanted)));
    } catch (IllegalArgumentException e) {
      problems.accept(file + ":" + line + ": " + e.getMessage());
    }
  }

  private int[] columns(String header) {
    List<String> names =
        header == null
            ? List.of()
            : Arrays.stream(header.replace("\uFEFF", "").split("\t")).map(String::strip).toList();
    int[] columns = Arrays.stream(EventRow.COLUMNS).mapToInt(names::indexOf).toArray();
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] < 0) {
        throw UserError.nothingRead(
            file
                + ":1: the header must name the columns "
                + String.join(", ", EventRow.COLUMNS)
                + " with tabs between; "
                + EventRow.COLUMNS[i]
                + " is missing");
      }
    }
    return columns;
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }
}
