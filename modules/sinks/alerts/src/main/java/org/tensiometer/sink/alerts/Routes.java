package org.tensiometer.sink.alerts;

import java.nio.file.Path;
import java.util.List;

/**
 * The operator's routes, each with a live topic of its own beside the topic of all alerts;
 * docs/sinks.md says what may stand in the file.
 *
 * @param all in the order of the file
 */
public record Routes(List<Route> all) {

  /** No route beside the topic of all alerts. */
  public static final Routes NONE = new Routes(List.of());

  public Routes {
    all = List.copyOf(all);
  }

  /**
   * Reads a routes file.
   *
   * @throws IllegalArgumentException if it is no such file, with the place and what would be right
   */
  public static Routes read(Path file) {
    return RoutesFile.read(file);
  }
}
