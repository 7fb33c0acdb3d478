package org.tensiometer.topology.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/** The folders that Kafka Streams keeps the state of tasks in. */
final class TaskFolders {

  private static final String TASKS = "[0-9]*_[0-9]*";

  private TaskFolders() {}

  /**
   * Those of an application.
   *
   * @param application its folder in the state folder, which need not be there
   */
  static List<Path> of(Path application) {
    return children(application, TASKS);
  }

  /** What is in a folder and called like this; nothing if it is not there. */
  static List<Path> children(Path parent, String pattern) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, pattern)) {
      entries.forEach(children::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return children;
  }

  static void delete(Path folder) {
    try {
      Utils.delete(folder.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
