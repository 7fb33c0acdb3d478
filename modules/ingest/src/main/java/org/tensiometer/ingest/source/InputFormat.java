package org.tensiometer.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an input holds articles, told by its name or by its start; each may be compressed. */
enum InputFormat {
  TEXT(".txt", ".text"),
  HTML(".html", ".htm", ".xhtml"),
  JSON(".json"),
  JSON_LINES(".jsonl", ".ndjson", ".jsonlines");

  /** For messages. */
  static final String NAMES = ".txt, .html, .json or .jsonl, each also .gz";

  private static final String COMPRESSED = ".gz";
  private static final int START = 1 << 18;

  private final List<String> endings;

  InputFormat(String... endings) {
    this.endings = List.of(endings);
  }

  static Optional<InputFormat> ofName(String fileName) {
    String plain = withoutCompression(fileName);
    for (InputFormat format : values()) {
      if (format.endings.stream().anyMatch(plain::endsWith)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Whether the name has an ending at all. */
  static boolean hasEnding(String fileName) {
    return withoutCompression(fileName).lastIndexOf('.') > 0;
  }

  /** Tells by its start what an input holds; reads no further. */
  static InputFormat ofStart(BufferedInputStream in) throws IOException {
    in.mark(START);
    String start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
    in.reset();
    String text = start.replaceFirst("^\uFEFF", "").stripLeading();
    if (text.startsWith("[")) {
      return JSON;
    }
    if (text.startsWith("{")) {
      return isLine(text) ? JSON_LINES : JSON;
    }
    String tag = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
    return tag.startsWith("<!doctype html") || tag.startsWith("<html") || tag.contains("<html")
        ? HTML
        : TEXT;
  }

  /** Whether an object ends with its first line, or the next line starts another one. */
  private static boolean isLine(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      return false;
    }
    String first = text.substring(0, end).strip();
    return first.endsWith("}")
        || !first.matches("(?s).*[\\[{,]") && text.substring(end).strip().startsWith("{");
  }

  private static String withoutCompression(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(COMPRESSED)
        ? name.substring(0, name.length() - COMPRESSED.length())
        : name;
  }
}
