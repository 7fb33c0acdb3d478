package org.tensiometer.embedded.registry;

import java.util.List;
import java.util.Optional;
import org.tensiometer.wire.registry.RegistryException;

/**
 * A version as a path names it: a number from 1, or {@code latest}.
 *
 * @param number {@link #LATEST} for the newest
 */
record VersionNumber(int number) {

  private static final int LATEST = -1;
  private static final int INVALID_VERSION = 42202;

  static VersionNumber parse(String text) {
    if (text.equals("latest") || text.equals("-1")) {
      return new VersionNumber(LATEST);
    }
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return new VersionNumber(number);
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is none of a version.
    }
    throw new RegistryException(
        422,
        INVALID_VERSION,
        "The specified version '"
            + text
            + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string"
            + " \"latest\"");
  }

  boolean isLatest() {
    return number == LATEST;
  }

  Optional<SchemaVersion> in(List<SchemaVersion> oldestFirst) {
    if (isLatest()) {
      return oldestFirst.isEmpty()
          ? Optional.empty()
          : Optional.of(oldestFirst.get(oldestFirst.size() - 1));
    }
    return oldestFirst.stream().filter(v -> v.version() == number).findFirst();
  }

  @Override
  public String toString() {
    return isLatest() ? "latest" : Integer.toString(number);
  }
}
