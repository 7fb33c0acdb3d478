package org.tensiometer.operations.topics;

import java.util.List;

/**
 * How one topic differs from its descriptor.
 *
 * @param topic name
 * @param partitions as they should be
 * @param actualPartitions 0 if it is not there
 * @param settings those that differ
 */
public record TopicDrift(
    String topic, int partitions, int actualPartitions, List<SettingDrift> settings) {

  public TopicDrift {
    settings = List.copyOf(settings);
  }

  public boolean isMissing() {
    return actualPartitions == 0;
  }

  public boolean hasOtherPartitions() {
    return !isMissing() && actualPartitions != partitions;
  }

  public boolean isNone() {
    return !isMissing() && !hasOtherPartitions() && settings.isEmpty();
  }
}
