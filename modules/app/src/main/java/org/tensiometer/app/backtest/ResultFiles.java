package org.tensiometer.app.backtest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tensiometer.app.UserError;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.TensionAlert;

/** Writes results as one JSON object a line, UTF-8. Keys and nulls are a fixed interface. */
final class ResultFiles {

  private static final JsonFactory JSON = new JsonFactory();

  private ResultFiles() {}

  @FunctionalInterface
  private interface Content {
    void write(JsonGenerator to) throws IOException;
  }

  /**
   * Writes {@code {"pair":"HRV-SRB","day":"1991-06-27","score":3.2}} for every pair and day; score
   * is null where there is none.
   */
  static void writeSeries(DailyScores scores, Path file) {
    write(
        file,
        to ->
            scores.forEach(
                (pair, day, score) -> {
                  try {
                    to.writeStartObject();
                    to.writeStringField("pair", pair);
                    to.writeStringField("day", day.toString());
                    number("score", score, to);
                    to.writeEndObject();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  /**
   * Writes an object an alert: {@code first_day} with its {@code score} and the {@code rows} that
   * raised it, the highest {@code tier} reached, and its last step, {@code kind} on {@code
   * last_day}. {@code of} is {@code score}, or {@code event} for one of a single grave event.
   */
  static void writeAlerts(List<RaisedAlert> alerts, Path file) {
    write(
        file,
        to -> {
          for (RaisedAlert alert : alerts) {
            alert(alert, to);
          }
        });
  }

  private static void alert(RaisedAlert raised, JsonGenerator to) throws IOException {
    TensionAlert alert = raised.last();
    to.writeStartObject();
    to.writeStringField("alert_id", alert.getAlertId());
    to.writeStringField("pair", alert.getPair());
    to.writeStringField("of", raised.isFlash() ? "event" : "score");
    to.writeStringField("first_day", alert.getFirstDay().toString());
    number("score", raised.raised().getScore(), to);
    to.writeNumberField("level", raised.raised().getLevel());
    to.writeStringField("status", raised.raised().getStatus().name());
    to.writeNumberField("clusters", raised.raised().getClusters());
    to.writeNumberField("tier", alert.getTier());
    to.writeStringField("kind", alert.getKind().name());
    to.writeStringField("last_day", alert.getDay().toString());
    to.writeArrayFieldStart("rows");
    for (ClusterSummary cluster : raised.raised().getTopClusters()) {
      for (Evidence evidence : cluster.getEvidence()) {
        to.writeStartObject();
        to.writeStringField("place", evidence.getArticleId());
        to.writeStringField("row", evidence.getSentence().getText());
        to.writeEndObject();
      }
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void number(String name, Double value, JsonGenerator to) throws IOException {
    if (value == null) {
      to.writeNullField(name);
    } else {
      to.writeNumberField(name, value);
    }
  }

  private static void write(Path file, Content content) {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator to = JSON.createGenerator(writer)) {
      to.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      content.write(to);
      to.writeRaw('\n');
    } catch (IOException | UncheckedIOException e) {
      throw UserError.environment(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
