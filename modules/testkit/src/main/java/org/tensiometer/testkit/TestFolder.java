package org.tensiometer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A fresh folder below {@code target/} of the module under test, emptied of all but logs. */
final class TestFolder implements AutoCloseable {

  private final Path path;

  private TestFolder(Path path) {
    this.path = path;
  }

  static TestFolder create(String name) {
    try {
      Path parent = Path.of(System.getProperty("basedir", ""), "target", "testkit");
      Files.createDirectories(parent.toAbsolutePath());
      return new TestFolder(Files.createTempDirectory(parent.toAbsolutePath(), name + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        boolean keep = file.toString().endsWith(".log") && file.getParent().equals(path);
        if (!keep && !(file.equals(path) && hasFiles(path))) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }
}
