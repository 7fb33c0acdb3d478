package org.tensiometer.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** One article a line; blank lines are skipped, a bad line does not touch the next. */
final class JsonLines {

  private static final int BUFFER = 1 << 16;

  /** A line so long is no line, and what holds it no list of articles. */
  private static final long HOPELESS = 16L * ArticleLimits.MAX_BYTES;

  private final JsonSource source;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int number = 1;
  private long length;

  JsonLines(JsonSource source) {
    this.source = source;
  }

  void read(InputStream in, Consumer<ReadResult> to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    boolean empty = true;
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        empty &= count == 0;
        if (!take(buffer, count, to)) {
          return;
        }
      }
    } catch (EOFException | ZipException e) {
      to.accept(source.problem(number, InputFaults.cutOff(e)));
      return;
    }
    end(to);
    if (empty) {
      to.accept(source.empty("one article a line"));
    }
  }

  /** Takes bytes; false if what follows is not worth reading. */
  private boolean take(byte[] bytes, int count, Consumer<ReadResult> to) {
    int start = 0;
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        append(bytes, start, i);
        end(to);
        start = i + 1;
      }
    }
    append(bytes, start, count);
    if (length > HOPELESS) {
      to.accept(source.problem(number, oversize() + "; the rest of this file is skipped"));
      return false;
    }
    return true;
  }

  private void append(byte[] bytes, int from, int to) {
    length += to - from;
    if (length <= ArticleLimits.MAX_BYTES) {
      line.write(bytes, from, to - from);
    }
  }

  private void end(Consumer<ReadResult> to) {
    if (length > ArticleLimits.MAX_BYTES) {
      to.accept(source.problem(number, oversize()));
    } else if (length > 0) {
      article(line.toByteArray(), to);
    }
    line.reset();
    length = 0;
    number++;
  }

  private void article(byte[] bytes, Consumer<ReadResult> to) {
    ReadResult result;
    try {
      String text = Utf8.decode(bytes);
      if (text.isBlank()) {
        return;
      }
      result = source.article(JsonSource.lines().readTree(text), number);
    } catch (JsonProcessingException e) {
      result = source.problem(number, JsonSource.fault(e));
    } catch (IllegalArgumentException e) {
      result = source.problem(number, e.getMessage());
    }
    to.accept(result);
  }

  private static String oversize() {
    return new OversizeException(ArticleLimits.MAX_BYTES).getMessage();
  }
}
