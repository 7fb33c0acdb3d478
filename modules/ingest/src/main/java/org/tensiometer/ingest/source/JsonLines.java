package org.tensiometer.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** One article a line; blank lines are skipped, a bad line does not touch the next. */
final class JsonLines {

  private final ObjectMapper json;
  private final String place;
  private final String name;

  JsonLines(ObjectMapper json, String place, String name) {
    this.json = json;
    this.place = place;
    this.name = name;
  }

  void read(InputStream in, Consumer<ReadResult> to) throws IOException {
    InputStream buffered = new BufferedInputStream(in, 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    boolean empty = true;
    for (int b = buffered.read(); b >= 0; b = buffered.read()) {
      empty = false;
      if (b == '\n') {
        take(line.toByteArray(), number++, to);
        line.reset();
      } else {
        line.write(b);
      }
    }
    take(line.toByteArray(), number, to);
    if (empty) {
      to.accept(new ReadResult.Problem(place, "is empty; right would be one article a line"));
    }
  }

  private void take(byte[] bytes, int number, Consumer<ReadResult> to) {
    ReadResult result;
    try {
      String line = Utf8.decode(bytes);
      if (line.isBlank()) {
        return;
      }
      result = new ReadResult.Found(JsonArticle.read(json.readTree(line), name + ':' + number));
    } catch (JsonProcessingException e) {
      result = problem(number, "is not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      result = problem(number, e.getMessage());
    }
    to.accept(result);
  }

  private ReadResult.Problem problem(int number, String message) {
    return new ReadResult.Problem(place + ':' + number, message);
  }
}
