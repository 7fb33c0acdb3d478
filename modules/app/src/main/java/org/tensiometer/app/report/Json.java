package org.tensiometer.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.tensiometer.app.Console;

/** JSON for programs, one object a line. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes the fields of an object. */
  @FunctionalInterface
  public interface Fields {
    void write(JsonGenerator to) throws IOException;
  }

  /** The object with these fields on one line, without a line end. */
  public static String of(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = FACTORY.createGenerator(text)) {
      to.writeStartObject();
      fields.write(to);
      to.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string writer does not fail", e);
    }
    return text.toString();
  }

  /** Prints the object on a line of its own. */
  public static void print(Console console, Fields fields) {
    console.out().println(of(fields));
  }

  /** Writes a field that is an array of texts. */
  public static void strings(JsonGenerator to, String field, Collection<String> texts)
      throws IOException {
    to.writeArrayFieldStart(field);
    for (String text : texts) {
      to.writeString(text);
    }
    to.writeEndArray();
  }
}
