package org.tensiometer.tension.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A data file of tab-separated cells; lines that begin with # and empty lines say nothing.
 *
 * @param name name of the file, for messages
 */
record Table(String name, String content) {

  /** A row with its place. */
  record Row(String file, int line, List<String> cells) {

    String cell(int column) {
      return cells.get(column);
    }

    int micros(int column) {
      try {
        int value = Integer.parseInt(cell(column));
        if (value >= 0 && value <= 1_000_000) {
          return value;
        }
      } catch (NumberFormatException e) {
        // said below, together with what would be right
      }
      throw wrong(
          "a weight is a whole number of millionths from 0 to 1000000, not \""
              + cell(column)
              + '"');
    }

    <E extends Enum<E>> E constant(int column, Class<E> type) {
      try {
        return Enum.valueOf(type, cell(column));
      } catch (IllegalArgumentException e) {
        throw wrong('"' + cell(column) + "\" is no " + type.getSimpleName());
      }
    }

    IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException(file + ':' + line + ": " + what);
    }
  }

  /**
   * @throws IllegalArgumentException if a row has another number of cells
   */
  List<Row> rows(int columns) {
    List<Row> rows = new ArrayList<>();
    int line = 0;
    for (String text : content.split("\n", -1)) {
      line++;
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      Row row = new Row(name, line, cells(text));
      if (row.cells().size() != columns) {
        throw row.wrong("a row has " + columns + " cells, not " + row.cells().size());
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    for (String cell : text.split("\t", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }
}
