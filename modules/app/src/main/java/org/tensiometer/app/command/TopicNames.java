package org.tensiometer.app.command;

import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.wire.topics.Topics;

/** Names and partitions of the topics as configured. */
final class TopicNames {

  private TopicNames() {}

  /**
   * @throws UserError if a name or a number is none, with its origin
   */
  static Topics of(Configuration configuration) {
    int partitions = configuration.number(Setting.PARTITIONS).orElseThrow();
    if (partitions < 1) {
      throw configuration.fault(Setting.PARTITIONS, "needs at least 1", null);
    }
    try {
      return new Topics(Topics.DEFAULT_PREFIX, configuration.text(Setting.GENERATION), partitions);
    } catch (IllegalArgumentException e) {
      throw configuration.fault(Setting.GENERATION, e.getMessage(), e);
    }
  }
}
