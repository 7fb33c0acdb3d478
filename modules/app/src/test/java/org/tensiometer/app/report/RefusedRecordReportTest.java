package org.tensiometer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensiometer.app.Console;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.operations.deadletters.RefusedRecord;

/** A refused record may hold anything, also what a terminal obeys. */
class RefusedRecordReportTest {

  @Test
  void shouldShowWordsAsTheyAreAndWhatATerminalObeysAsDigits() {
    assertThat(shown("Kyjev \u2013 \u041a\u0438\u0457\u0432"))
        .contains("Kyjev \u2013 \u041a\u0438\u0457\u0432");
    assertThat(shown("a\u009b2J")).contains("61 c2 9b 32 4a").doesNotContain("\u009b");
    assertThat(shown("a\u001b[2J")).contains("61 1b 5b").doesNotContain("\u001b");
    assertThat(shown("a\u202eb")).contains("61 e2 80 ae 62").doesNotContain("\u202e");
  }

  @Test
  void shouldPrintPagesUnderOneHeadingUntilThereAreTooManyRowsToKeep() {
    StringWriter out = new StringWriter();
    try (RefusedRecordTable table = new RefusedRecordTable(console(out))) {
      table.add(Collections.nCopies(3, record("x")));
      table.add(Collections.nCopies(RefusedRecordTable.ROWS - 3, record("x")));
      assertThat(out.toString()).as("they are in hand").isEmpty();
      table.add(Collections.nCopies(2, record("x")));
      assertThat(out.toString().lines()).hasSize(1 + RefusedRecordTable.ROWS);
    }

    assertThat(out.toString().lines().filter(line -> line.startsWith("id "))).hasSize(2);
    assertThat(out.toString().lines()).hasSize(2 + RefusedRecordTable.ROWS + 2);
  }

  private static String shown(String value) {
    StringWriter out = new StringWriter();
    new RefusedRecordReport(console(out)).whole(record(value));
    return out.toString();
  }

  private static Console console(StringWriter out) {
    return new Console(
        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(new StringWriter()));
  }

  private static RefusedRecord record(String value) {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setReason("undecodable")
            .setMessage("too short")
            .setStage("claims")
            .setGeneration("g1")
            .setOriginTopic("tensiometer.claims")
            .setOriginPartition(0)
            .setOriginOffset(7)
            .setOriginTimestamp(Instant.EPOCH)
            .setAttempt(1)
            .setValue(ByteBuffer.wrap(value.getBytes(StandardCharsets.UTF_8)))
            .setHeaders(Map.of())
            .build();
    return new RefusedRecord("tensiometer.claims-0@7", letter, Optional.empty());
  }
}
