package org.tensiometer.app.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tensiometer.app.Screen;

/**
 * Columns under a heading, each as wide as its widest cell; numbers to the right. The last column
 * takes what the screen leaves and is broken at words. A row may have notes below it.
 */
public final class Table {

  private static final String GAP = "  ";
  private static final int NARROWEST_LAST = 20;
  private static final int NOTE_INDENT = 4;

  private final Screen screen;
  private final String[] heading;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A row.
   *
   * @param marked whether it is to be seen at once
   */
  private record Row(String[] cells, boolean marked, List<String> notes) {}

  public Table(Screen screen, String... heading) {
    this.screen = screen;
    this.heading = heading.clone();
  }

  /** Adds a row with a cell for every column. */
  public void row(String... cells) {
    add(false, cells);
  }

  /** Adds a row that is to be seen at once. */
  void markedRow(String... cells) {
    add(true, cells);
  }

  /** Adds a note below the last row. */
  void note(String text) {
    rows.get(rows.size() - 1).notes().add(text);
  }

  private void add(boolean marked, String... cells) {
    if (cells.length != heading.length) {
      throw new IllegalArgumentException("A row needs " + heading.length + " cells");
    }
    rows.add(new Row(cells.clone(), marked, new ArrayList<>()));
  }

  /** Prints heading and rows. */
  public void print(PrintWriter out) {
    int[] widths = new int[heading.length - 1];
    boolean[] numeric = new boolean[widths.length];
    int before = 0;
    for (int column = 0; column < widths.length; column++) {
      widths[column] = width(column);
      numeric[column] = isNumeric(column);
      before += widths[column] + GAP.length();
    }
    lines(heading, widths, numeric, before).forEach(line -> out.println(screen.bold(line)));
    for (Row row : rows) {
      for (String line : lines(row.cells(), widths, numeric, before)) {
        out.println(row.marked() ? screen.red(line) : line);
      }
      for (String note : row.notes()) {
        Paragraph.lines(note, screen.width(), NOTE_INDENT).forEach(out::println);
      }
    }
  }

  private List<String> lines(String[] cells, int[] widths, boolean[] numeric, int before) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String fill = " ".repeat(widths[column] - cells[column].length());
      line.append(numeric[column] ? fill + cells[column] : cells[column] + fill).append(GAP);
    }
    int width = Math.max(screen.width(), before + NARROWEST_LAST);
    List<String> lines = new ArrayList<>(Paragraph.lines(cells[cells.length - 1], width, before));
    lines.set(0, (line + lines.get(0).substring(before)).stripTrailing());
    return lines;
  }

  private int width(int column) {
    return Math.max(
        heading[column].length(),
        rows.stream().mapToInt(row -> row.cells()[column].length()).max().orElse(0));
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.cells()[column].matches("[-+0-9.,]*"));
  }
}
