package org.tensiometer.app.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.tensiometer.contracts.TensionIndicator;

/**
 * A record explained for programs: one JSON object with {@code pair}, {@code day}, {@code
 * computation} (how the score comes from the week), {@code window} (conflict severity and events of
 * each of the seven days that has a record) and {@code indicator}, the whole record as published.
 */
public final class ExplainJson {

  private final JsonFactory json = new JsonFactory();

  /** Prints the object and a line end. */
  public void print(PairHistory history, TensionIndicator indicator, PrintWriter out) {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = json.createGenerator(text)) {
      to.setPrettyPrinter(new DefaultPrettyPrinter());
      to.writeStartObject();
      to.writeStringField("pair", indicator.getPair());
      to.writeStringField("day", indicator.getDay().toString());
      to.writeFieldName("computation");
      computation(indicator, to);
      to.writeArrayFieldStart("window");
      for (TensionIndicator day : history.window(indicator.getDay(), ExplainText.WINDOW_DAYS)) {
        to.writeStartObject();
        to.writeStringField("day", day.getDay().toString());
        to.writeNumberField(
            "conflict_severity_micros", Computation.conflictMicros(day.getWindow1d()));
        to.writeNumberField("conflict_events", Computation.conflictEvents(day.getWindow1d()));
        to.writeEndObject();
      }
      to.writeEndArray();
      to.writeFieldName("indicator");
      to.writeRawValue(indicator.toString());
      to.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string writer does not fail", e);
    }
    out.println(text);
  }

  private static void computation(TensionIndicator indicator, JsonGenerator to) throws IOException {
    Computation computation = Computation.of(indicator);
    to.writeStartObject();
    to.writeNumberField("week_conflict_severity", computation.week());
    to.writeNumberField("week_stabilised", computation.stabilised());
    number(
        "baseline_mean",
        indicator.getBaseline() == null ? null : indicator.getBaseline().getMean(),
        to);
    number(
        "baseline_sd",
        indicator.getBaseline() == null ? null : indicator.getBaseline().getSd(),
        to);
    number("sd_floor", computation.thresholds().map(t -> t.sdFloor()).orElse(null), to);
    number("score", indicator.getScore(), to);
    to.writeNumberField("level", indicator.getLevel());
    to.writeEndObject();
  }

  private static void number(String name, Double value, JsonGenerator to) throws IOException {
    if (value == null) {
      to.writeNullField(name);
    } else {
      to.writeNumberField(name, value);
    }
  }
}
