package org.tensiometer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

  private static String shown(String value) {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()));
    new RefusedRecordReport(console).whole(record(value));
    return out.toString();
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
