package org.tensiometer.ingest.source;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads articles from {@code .txt}, {@code .json} and {@code .jsonl} files, each also {@code .gz},
 * from directories of them, and from standard input ({@code -}). What is no article is reported as
 * a problem and never stops the rest.
 */
public final class ArticleReader {

  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private final Overrides overrides;
  private final InputStream standardInput;
  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();
  private final ObjectMapper jsonPieces =
      json.copy().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public ArticleReader(Overrides overrides, InputStream standardInput) {
    this.overrides = overrides;
    this.standardInput = standardInput;
  }

  /** Reads all articles of the named files in the order named; directories in order of name. */
  public void read(List<String> files, Consumer<ReadResult> to) {
    Consumer<ReadResult> overridden = result -> to.accept(override(result));
    for (String file : files) {
      if (file.equals(STANDARD_INPUT)) {
        guarded(file, overridden, () -> readStandardInput(overridden));
      } else {
        Path path = Path.of(file);
        guarded(file, overridden, () -> readPath(path, overridden));
      }
    }
  }

  private ReadResult override(ReadResult result) {
    return result instanceof ReadResult.Found found
        ? new ReadResult.Found(overrides.applyTo(found.article()))
        : result;
  }

  private void readPath(Path path, Consumer<ReadResult> to) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path inside : filesIn(path)) {
        guarded(inside.toString(), to, () -> readFile(inside, to));
      }
    } else {
      readFile(path, to);
    }
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> inside = Files.list(directory)) {
      return inside
          .filter(Files::isRegularFile)
          .filter(file -> InputFormat.ofName(file.getFileName().toString()).isPresent())
          .sorted()
          .toList();
    }
  }

  private void readFile(Path path, Consumer<ReadResult> to) throws IOException {
    String name = path.getFileName().toString();
    Optional<InputFormat> format = InputFormat.ofName(name);
    if (format.isEmpty()) {
      to.accept(
          new ReadResult.Problem(
              path.toString(),
              "has an unknown ending; right would be .txt, .json or .jsonl, each also .gz"));
      return;
    }
    try (InputStream in = open(path, name)) {
      readStream(in, format.get(), path.toString(), name, to);
    }
  }

  private static InputStream open(Path path, String name) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      return name.toLowerCase(Locale.ROOT).endsWith(InputFormat.COMPRESSED)
          ? new GZIPInputStream(file, 1 << 16)
          : file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private void readStandardInput(Consumer<ReadResult> to) throws IOException {
    BufferedInputStream in = new BufferedInputStream(standardInput, 1 << 16);
    readStream(in, InputFormat.ofStart(in), STANDARD_INPUT, STANDARD_INPUT, to);
  }

  private void readStream(
      InputStream in, InputFormat format, String place, String name, Consumer<ReadResult> to)
      throws IOException {
    switch (format) {
      case TEXT -> to.accept(text(in.readAllBytes(), place, name));
      case JSON -> new JsonDocument(jsonPieces, place, name).read(in, to);
      case JSON_LINES -> new JsonLines(json, place, name).read(in, to);
    }
  }

  private static ReadResult text(byte[] bytes, String place, String name) {
    try {
      String body = Utf8.decode(bytes);
      if (body.isBlank()) {
        return new ReadResult.Problem(place, "is empty; right would be the text of an article");
      }
      return new ReadResult.Found(
          new ArticleInput(null, null, null, null, body, Published.UNKNOWN, null, name));
    } catch (IllegalArgumentException e) {
      return new ReadResult.Problem(place, e.getMessage());
    }
  }

  private static void guarded(String place, Consumer<ReadResult> to, Reading reading) {
    try {
      reading.run();
    } catch (NoSuchFileException e) {
      to.accept(new ReadResult.Problem(place, "no such file"));
    } catch (IOException e) {
      to.accept(new ReadResult.Problem(place, "cannot be read: " + e.getMessage()));
    }
  }

  @FunctionalInterface
  private interface Reading {
    void run() throws IOException;
  }
}
