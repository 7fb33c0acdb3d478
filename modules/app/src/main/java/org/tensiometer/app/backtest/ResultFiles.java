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
import org.tensiometer.contracts.AlertKind;
import org.tensiometer.contracts.ClusterSummary;
import org.tensiometer.contracts.Evidence;
import org.tensiometer.contracts.Ids;
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
   * Writes each alert with what became of it: kind, day, tier, score and rows are those of its last
   * step, first_day is the day it was raised.
   */
  static void writeAlerts(List<TensionAlert> alerts, Path file) {
    write(
        file,
        to -> {
          for (TensionAlert alert : alerts) {
            alert(alert, to);
          }
        });
  }

  /** Whether an alert is one of a single grave event, not of the score. */
  static boolean isFlash(TensionAlert alert) {
    return alert
        .getAlertId()
        .equals(
            Ids.alert(
                alert.getPair(),
                alert.getRuleVersion(),
                AlertKind.FLASH.name(),
                alert.getFirstDay()));
  }

  private static void alert(TensionAlert alert, JsonGenerator to) throws IOException {
    to.writeStartObject();
    to.writeStringField("alert_id", alert.getAlertId());
    to.writeStringField("pair", alert.getPair());
    to.writeStringField("of", isFlash(alert) ? "event" : "score");
    to.writeStringField("first_day", alert.getFirstDay().toString());
    to.writeStringField("kind", alert.getKind().name());
    to.writeStringField("day", alert.getDay().toString());
    to.writeNumberField("tier", alert.getTier());
    to.writeStringField("status", alert.getStatus().name());
    number("score", alert.getScore(), to);
    to.writeNumberField("level", alert.getLevel());
    to.writeNumberField("clusters", alert.getClusters());
    to.writeArrayFieldStart("rows");
    for (ClusterSummary cluster : alert.getTopClusters()) {
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
