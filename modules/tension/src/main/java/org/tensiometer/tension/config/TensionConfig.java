package org.tensiometer.tension.config;

import java.nio.file.Path;

/**
 * Everything the indicator and the alert rule are computed with, read from versioned data files.
 *
 * @param hash first 16 hexadecimal digits of the SHA-256 of all files, which every record carries
 */
public record TensionConfig(
    Thresholds thresholds,
    FactualityWeights factuality,
    ActFamilies families,
    CommonWords commonWords,
    Outlets outlets,
    ActWords actWords,
    Parties parties,
    String hash) {

  /** The configuration that is shipped. */
  public static TensionConfig defaults() {
    return TensionConfigLoader.shipped();
  }

  /**
   * The configuration for event data, in which a row is its own event with weight 1: no same-event
   * clusters, no corroboration, no number of outlets asked for before an alert.
   */
  public static TensionConfig eventData() {
    return TensionConfigLoader.eventData();
  }

  /**
   * The configuration of a folder; a file that is not there is taken as shipped.
   *
   * @throws IllegalArgumentException if a file says something that cannot be; names file and line
   */
  public static TensionConfig load(Path folder) {
    return TensionConfigLoader.from(folder);
  }
}
