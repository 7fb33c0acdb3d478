package org.tensiometer.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads articles from plain text, HTML, JSON and lines of JSON, each also compressed, from files,
 * directories, patterns of names and standard input ({@code -}), in bounded memory. What is no
 * article is reported as a problem and never stops the rest.
 */
public final class ArticleReader {

  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private final Overrides overrides;
  private final FieldNames names;
  private final InputStream standardInput;

  /** A reader that knows the customary names of fields. */
  public ArticleReader(Overrides overrides, InputStream standardInput) {
    this(overrides, FieldNames.customaryOnes(), standardInput);
  }

  /**
   * @param overrides what the user says of all articles
   * @param names under which articles in JSON keep their fields
   */
  public ArticleReader(Overrides overrides, FieldNames names, InputStream standardInput) {
    this.overrides = overrides;
    this.names = names;
    this.standardInput = standardInput;
  }

  /** Whether there is anything under this name. */
  public static boolean isThere(String file) {
    return file.equals(STANDARD_INPUT) || InputFiles.isThere(file);
  }

  /** Reads all articles of the named inputs in the order named. */
  public void read(List<String> inputs, Consumer<ReadResult> to) {
    LanguageGate gate = new LanguageGate(to);
    Consumer<ReadResult> results = result -> gate.accept(override(result));
    InputFiles files =
        new InputFiles(
            path -> guarded(path.toString(), results, () -> readFile(path, results)),
            (place, fault) -> results.accept(problem(place, fault)));
    for (String input : inputs) {
      if (input.equals(STANDARD_INPUT)) {
        guarded(input, results, () -> readStandardInput(results));
      } else {
        files.find(input);
      }
    }
  }

  private ReadResult override(ReadResult result) {
    return result instanceof ReadResult.Found found
        ? new ReadResult.Found(overrides.applyTo(found.article()))
        : result;
  }

  private void readFile(Path path, Consumer<ReadResult> to) throws IOException {
    String name = path.getFileName().toString();
    Optional<InputFormat> format = InputFormat.ofName(name);
    if (format.isEmpty() && Files.isRegularFile(path) && InputFormat.hasEnding(name)) {
      to.accept(
          new ReadResult.Problem(
              path.toString(), "has an unknown ending; right would be " + InputFormat.NAMES));
      return;
    }
    try (InputStream file = Files.newInputStream(path);
        BufferedInputStream in = Compression.opened(file)) {
      InputFormat found = format.isPresent() ? format.get() : InputFormat.ofStart(in);
      readStream(in, found, path.toString(), name, to);
    }
  }

  private void readStandardInput(Consumer<ReadResult> to) throws IOException {
    BufferedInputStream in = Compression.opened(standardInput);
    readStream(in, InputFormat.ofStart(in), STANDARD_INPUT, STANDARD_INPUT, to);
  }

  private void readStream(
      BufferedInputStream in,
      InputFormat format,
      String place,
      String name,
      Consumer<ReadResult> to)
      throws IOException {
    JsonSource json = new JsonSource(names, place, name);
    switch (format) {
      case TEXT -> to.accept(new PlainText(place, name).read(in));
      case HTML -> to.accept(new HtmlPage(place, name).read(in));
      case JSON -> readJson(in, json, to);
      case JSON_LINES -> new JsonLines(json).read(in, to);
    }
  }

  /** Many dumps with one object a line are named {@code .json}. */
  private static void readJson(BufferedInputStream in, JsonSource json, Consumer<ReadResult> to)
      throws IOException {
    if (InputFormat.ofStart(in) == InputFormat.JSON_LINES) {
      new JsonLines(json).read(in, to);
    } else {
      new JsonDocument(json).read(in, to);
    }
  }

  private static void guarded(String place, Consumer<ReadResult> to, Reading reading) {
    try {
      reading.run();
    } catch (IOException e) {
      to.accept(problem(place, e));
    }
  }

  private static ReadResult.Problem problem(String place, IOException fault) {
    return new ReadResult.Problem(place, InputFaults.of(fault));
  }

  @FunctionalInterface
  private interface Reading {
    void run() throws IOException;
  }
}
