package org.tensiometer.operations.topics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What stands between the topics as they are and their descriptors.
 *
 * @param topics one for each descriptor, in their order
 * @param others topics of the installation without a descriptor: of other generations, of routes,
 *     or left over
 */
public record TopicPlan(List<TopicDrift> topics, SortedSet<String> others) {

  public TopicPlan {
    topics = List.copyOf(topics);
  }

  public List<TopicDrift> missing() {
    return topics.stream().filter(TopicDrift::isMissing).toList();
  }

  /** Settings that differ, by topic, those only that may be changed. */
  public Map<String, List<SettingDrift>> changes(boolean shrinkingToo) {
    Map<String, List<SettingDrift>> changes = new LinkedHashMap<>();
    for (TopicDrift topic : topics) {
      List<SettingDrift> some =
          topic.settings().stream().filter(s -> shrinkingToo || !s.isShrinking()).toList();
      if (!some.isEmpty()) {
        changes.put(topic.topic(), some);
      }
    }
    return changes;
  }

  /** Topics whose partitions nobody changes. */
  public List<TopicDrift> otherPartitions() {
    return topics.stream().filter(TopicDrift::hasOtherPartitions).toList();
  }

  /** Those of all names that have no descriptor. */
  static SortedSet<String> without(Collection<String> all, Collection<String> described) {
    SortedSet<String> others = new TreeSet<>(all);
    others.removeAll(described);
    return others;
  }
}
