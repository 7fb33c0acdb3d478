package org.tensiometer.topology.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which changelogs local state is a copy of. Topics that are deleted and made again have the names
 * they had, and other ids; Kafka Streams goes by names, and would take what is kept of the ones
 * before for all that the new ones hold.
 */
public final class StateOrigin {

  private static final Logger LOG = LoggerFactory.getLogger(StateOrigin.class);

  private static final Duration BEGIN_PATIENCE = Duration.ofSeconds(60);

  /** Short, since whoever stops a process has little. */
  private static final Duration END_PATIENCE = Duration.ofSeconds(2);

  /** A line for each changelog: its name, a blank, its id. */
  private static final String FILE = "changelogs";

  private final Path application;
  private final Function<Duration, Map<String, String>> changelogs;
  private volatile boolean first;

  /**
   * @param application folder of the application in the state folder, which nobody else uses
   * @param changelogs the id of each by its name, asked of brokers that have so much time
   */
  public StateOrigin(Path application, Function<Duration, Map<String, String>> changelogs) {
    this.application = application;
    this.changelogs = changelogs;
  }

  /**
   * Before the stores are opened: deletes the state of all tasks, to be restored, if it is not of
   * the changelogs that are there.
   *
   * @throws KafkaException if the brokers do not answer
   * @throws UncheckedIOException if a file cannot be read, written or deleted
   */
  public void begin() {
    Map<String, String> present = changelogs.apply(BEGIN_PATIENCE);
    List<Path> tasks = TaskFolders.of(application);
    if (!tasks.isEmpty() && !isOf(present)) {
      LOG.warn(
          "Local state in {} is not of the changelogs that are there; it is thrown away and restored",
          application);
      tasks.forEach(TaskFolders::delete);
    }
    first = present.isEmpty();
    if (!first) {
      remember(present);
    }
  }

  /**
   * Before an orderly end: at the first start Kafka Streams had still to make the changelogs. Only
   * such an end leaves state that is used again, so that this is early enough.
   */
  public void end() {
    if (!first) {
      return;
    }
    first = false;
    try {
      remember(changelogs.apply(END_PATIENCE));
    } catch (KafkaException | UncheckedIOException e) {
      LOG.warn("Cannot note which changelogs the local state is of: {}", e.getMessage());
    }
  }

  private void remember(Map<String, String> ids) {
    List<String> lines =
        new TreeMap<>(ids)
            .entrySet().stream().map(entry -> entry.getKey() + ' ' + entry.getValue()).toList();
    try {
      Files.createDirectories(application);
      Path written = Files.write(application.resolve(FILE + ".new"), lines);
      Files.move(written, application.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A version with a store more finds a changelog more, and has no state of it. */
  private boolean isOf(Map<String, String> present) {
    Path file = application.resolve(FILE);
    if (!Files.exists(file)) {
      // Of an earlier version, which did not write it, or of an end that was not orderly.
      return !present.isEmpty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return !lines.isEmpty()
          && lines.stream()
              .map(line -> line.split(" "))
              .allMatch(line -> line.length == 2 && line[1].equals(present.get(line[0])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
