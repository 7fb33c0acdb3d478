package org.tensiometer.app.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tensiometer.app.Screen;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/**
 * Columns under a heading, each as wide as its widest cell; numbers to the right. The last column
 * takes what the screen leaves and is broken at words.
 */
public final class Table {

  private static final int GAP = 2;
  private static final int NARROWEST_LAST = 20;

  private final Screen screen;
  private final List<String> heading;
  private final List<String[]> rows = new ArrayList<>();

  public Table(Screen screen, String... heading) {
    this.screen = screen;
    this.heading = List.of(heading);
  }

  /** Adds a row with a cell for every column. */
  public void row(String... cells) {
    if (cells.length != heading.size()) {
      throw new IllegalArgumentException("A row needs " + heading.size() + " cells");
    }
    rows.add(cells.clone());
  }

  /** Prints heading and rows. */
  public void print(PrintWriter out) {
    int last = heading.size() - 1;
    int[] widths = new int[heading.size()];
    int left = screen.width();
    for (int column = 0; column < last; column++) {
      widths[column] = width(column);
      left -= widths[column] + GAP;
    }
    widths[last] = Math.max(left, NARROWEST_LAST);
    TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns(widths));
    table.addRowValues(aligned(heading.toArray(String[]::new), widths));
    int headingLines = table.rowCount();
    rows.forEach(row -> table.addRowValues(aligned(row, widths)));
    List<String> lines = table.toString().lines().map(String::stripTrailing).toList();
    for (int line = 0; line < lines.size(); line++) {
      out.println(line < headingLines ? screen.bold(lines.get(line)) : lines.get(line));
    }
  }

  private int width(int column) {
    int width = heading.get(column).length();
    for (String[] row : rows) {
      width = Math.max(width, row[column].length());
    }
    return width;
  }

  private static Column[] columns(int[] widths) {
    Column[] columns = new Column[widths.length];
    for (int column = 0; column < widths.length; column++) {
      boolean last = column == widths.length - 1;
      columns[column] =
          new Column(
              widths[column] + (last ? 0 : GAP), 0, last ? Overflow.WRAP : Overflow.TRUNCATE);
    }
    return columns;
  }

  private String[] aligned(String[] cells, int[] widths) {
    String[] aligned = cells.clone();
    for (int column = 0; column < cells.length - 1; column++) {
      if (isNumeric(column)) {
        aligned[column] = " ".repeat(widths[column] - cells[column].length()) + cells[column];
      }
    }
    return aligned;
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> row[column].matches("[-+0-9.,]*"));
  }
}
