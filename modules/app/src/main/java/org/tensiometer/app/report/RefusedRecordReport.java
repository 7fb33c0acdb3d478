package org.tensiometer.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tensiometer.app.Console;
import org.tensiometer.contracts.DeadLetter;
import org.tensiometer.contracts.DeadLetterDecision;
import org.tensiometer.operations.deadletters.Outcome;
import org.tensiometer.operations.deadletters.RefusedRecord;

/** Refused records for people and for programs. */
public final class RefusedRecordReport {

  private static final int SHOWN_BYTES = 256;

  /** What stands for bytes that are no text. */
  private static final char REPLACED = 0xFFFD;

  private final Console console;

  public RefusedRecordReport(Console console) {
    this.console = console;
  }

  /** One line of JSON each. */
  public void json(List<RefusedRecord> records) {
    records.forEach(record -> Json.print(console, to -> write(record, to)));
  }

  /** Everything that is known of one record. */
  public void whole(RefusedRecord record) {
    DeadLetter letter = record.letter();
    Table table = new Table(console.screen(), "of " + record.id(), "");
    table.row("reason", Console.onOneLine(letter.getReason()));
    table.row("message", Console.onOneLine(letter.getMessage()));
    table.row("state", state(record));
    table.row("attempt", Integer.toString(letter.getAttempt()));
    table.row("stage", letter.getStage() + " of generation " + letter.getGeneration());
    table.row("written", letter.getOriginTimestamp().toString());
    table.row(
        "article", letter.getArticleId() == null ? "-" : Console.onOneLine(letter.getArticleId()));
    table.row("claim", letter.getClaimId() == null ? "-" : letter.getClaimId());
    table.row("key", bytes(letter.getKey()));
    table.row("value", bytes(letter.getValue()));
    new TreeMap<>(letter.getHeaders())
        .forEach((name, value) -> table.row("header " + Console.onOneLine(name), bytes(value)));
    table.print(console.out());
  }

  /** What a decision did or would do: a sentence for each kind of outcome, or a line of JSON. */
  public void outcomes(Map<String, Outcome> decided, boolean dryRun, boolean json) {
    if (json) {
      decided.forEach(
          (id, outcome) ->
              Json.print(
                  console,
                  to -> {
                    to.writeStringField("id", id);
                    to.writeStringField("outcome", outcome.name());
                    to.writeBooleanField("dry_run", dryRun);
                  }));
      return;
    }
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    decided.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    counts.forEach(
        (outcome, count) ->
            console
                .out()
                .printf(
                    "%,d %s%s%n",
                    count, dryRun && outcome.isChange() ? "would be " : "", outcome.words()));
  }

  static String state(RefusedRecord record) {
    return record.decision().map(decision -> words(decision.name())).orElse("open");
  }

  private static String words(String decision) {
    return Outcome.valueOf(decision).words();
  }

  private static void write(RefusedRecord record, JsonGenerator to) throws IOException {
    to.writeStringField("id", record.id());
    to.writeStringField("state", record.decision().map(DeadLetterDecision::name).orElse("OPEN"));
    to.writeFieldName("letter");
    to.writeRawValue(record.letter().toString());
  }

  /** Text as it is, other bytes in hexadecimal digits; long ones cut. */
  private static String bytes(ByteBuffer buffer) {
    if (buffer == null) {
      return "none";
    }
    byte[] bytes = new byte[Math.min(buffer.remaining(), SHOWN_BYTES)];
    buffer.duplicate().get(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    String shown =
        text.indexOf(REPLACED) < 0 && Console.onOneLine(text).equals(text)
            ? text
            : HexFormat.ofDelimiter(" ").formatHex(bytes);
    int more = buffer.remaining() - bytes.length;
    return more > 0 ? shown + " and " + more + " bytes more" : shown;
  }
}
