package org.tensiometer.wire.topics;

import java.util.Locale;

/** What the broker may remove: old records, or all but the newest of each key. */
public enum CleanupPolicy {
  DELETE,
  COMPACT;

  /** The value of {@code cleanup.policy}. */
  public String configValue() {
    return name().toLowerCase(Locale.ROOT);
  }
}
