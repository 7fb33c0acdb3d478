package org.tensiometer.app.report;

import java.util.List;
import org.tensiometer.app.Console;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.operations.deadletters.RefusedRecord;

/**
 * Refused records, one row each. Of many that come page by page, rows are printed a thousand at a
 * time, each thousand under a heading and in columns of its own.
 */
public final class RefusedRecordTable implements AutoCloseable {

  static final int ROWS = 1_000;

  private final Console console;
  private Table table;
  private int rows;

  public RefusedRecordTable(Console console) {
    this.console = console;
  }

  /** Adds rows, of which no bytes are kept. */
  public void add(List<RefusedRecord> records) {
    for (RefusedRecord record : records) {
      if (rows == ROWS) {
        close();
      }
      if (rows == 0) {
        table = new Table(console.screen(), "id", "written", "reason", "attempt", "", "message");
      }
      DeadLetter letter = record.letter();
      table.row(
          record.id(),
          letter.getOriginTimestamp().toString(),
          Console.onOneLine(letter.getReason()),
          Integer.toString(letter.getAttempt()),
          RefusedRecordReport.state(record),
          Console.onOneLine(letter.getMessage()));
      rows++;
    }
  }

  /** Prints what was not printed yet. */
  @Override
  public void close() {
    if (rows > 0) {
      table.print(console.out());
      rows = 0;
    }
  }
}
