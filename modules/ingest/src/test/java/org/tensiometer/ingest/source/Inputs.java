package org.tensiometer.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Inputs for tests: written into a folder, read, and shown in a line each. */
final class Inputs {

  private final Path folder;

  Inputs(Path folder) {
    this.folder = folder;
  }

  Path write(String name, String content) {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] compressed(String content) {
    return compressed(content, 1);
  }

  /** The content so many times, compressed. */
  static byte[] compressed(String content, int times) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] once = content.getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        out.write(once);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static List<ReadResult> read(Object... inputs) {
    return readWith(Map.of(), new byte[0], inputs);
  }

  static List<ReadResult> readWith(
      Map<ArticleField, String> fields, byte[] standardInput, Object... inputs) {
    List<ReadResult> results = new ArrayList<>();
    new ArticleReader(
            Overrides.NONE, FieldNames.with(fields), new ByteArrayInputStream(standardInput))
        .read(List.of(inputs).stream().map(Object::toString).toList(), results::add);
    return results;
  }

  static ArticleInput onlyArticle(List<ReadResult> results) {
    assertThat(results).singleElement().isInstanceOf(ReadResult.Found.class);
    return ((ReadResult.Found) results.get(0)).article();
  }

  /** What a user sees of a result: origin and text of an article, or the line that is told. */
  static String shown(ReadResult result) {
    return result instanceof ReadResult.Found found
        ? found.article().origin() + ' ' + found.article().body()
        : result.toString();
  }

  static List<String> shown(List<ReadResult> results) {
    return results.stream().map(Inputs::shown).toList();
  }
}
