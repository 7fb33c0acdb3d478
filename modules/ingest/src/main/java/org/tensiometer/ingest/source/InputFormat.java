package org.tensiometer.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** How a file holds articles, told by its name; each may be compressed ({@code .gz}). */
enum InputFormat {
  TEXT(".txt"),
  JSON(".json"),
  JSON_LINES(".jsonl");

  static final String COMPRESSED = ".gz";

  private static final int LONGEST_BLANK = 1024;

  private final String ending;

  InputFormat(String ending) {
    this.ending = ending;
  }

  static Optional<InputFormat> ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain =
        name.endsWith(COMPRESSED) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
    for (InputFormat format : values()) {
      if (plain.endsWith(format.ending)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Tells by the first byte that is no blank what standard input holds; reads no further. */
  static InputFormat ofStart(BufferedInputStream in) throws IOException {
    in.mark(LONGEST_BLANK);
    int first = in.read();
    for (int i = 1; first >= 0 && Character.isWhitespace(first) && i < LONGEST_BLANK; i++) {
      first = in.read();
    }
    in.reset();
    return switch (first) {
      case '{' -> JSON_LINES;
      case '[' -> JSON;
      default -> TEXT;
    };
  }
}
