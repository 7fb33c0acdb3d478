package org.tensiometer.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.tensiometer.app.Console;

/** JSON for programs, one value a line. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** What is written. */
  @FunctionalInterface
  public interface Content {
    void write(JsonGenerator to) throws IOException;
  }

  /** The value on one line, without a line end. */
  public static String of(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = FACTORY.createGenerator(text)) {
      content.write(to);
    } catch (IOException e) {
      throw new UncheckedIOException("A string writer does not fail", e);
    }
    return text.toString();
  }

  /** Prints the value on a line of its own. */
  public static void print(Console console, Content content) {
    console.out().println(of(content));
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
