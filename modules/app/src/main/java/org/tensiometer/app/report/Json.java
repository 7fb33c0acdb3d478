package org.tensiometer.app.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

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
}
