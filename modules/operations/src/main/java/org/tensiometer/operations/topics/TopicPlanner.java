package org.tensiometer.operations.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tensiometer.operations.Brokers;
import org.tensiometer.wire.topics.TopicCreator;
import org.tensiometer.wire.topics.TopicDescriptor;

/**
 * Compares topics with their descriptors, and brings them there: creates what is missing and sets
 * what differs. Deletes nothing, never changes a number of partitions, and sets what could remove
 * records only when told to.
 */
public final class TopicPlanner {

  private final Brokers brokers;
  private final List<TopicDescriptor<?>> wanted;
  private final String prefix;

  /**
   * @param wanted all topics that should be there
   * @param prefix what the names of all topics of the installation begin with
   */
  public TopicPlanner(
      Brokers brokers, Collection<? extends TopicDescriptor<?>> wanted, String prefix) {
    this.brokers = brokers;
    this.wanted = List.copyOf(wanted);
    this.prefix = prefix;
  }

  /** As it stands now. */
  public TopicPlan plan() {
    List<String> names = wanted.stream().map(TopicDescriptor::name).toList();
    Map<String, Integer> partitions = partitions(names);
    Map<String, Config> settings = settings(partitions.keySet());
    List<TopicDrift> drifts = new ArrayList<>();
    for (TopicDescriptor<?> topic : wanted) {
      int actual = partitions.getOrDefault(topic.name(), 0);
      drifts.add(
          new TopicDrift(
              topic.name(),
              topic.partitions(),
              actual,
              actual == 0 ? List.of() : drift(topic, settings.get(topic.name()))));
    }
    return new TopicPlan(drifts, TopicPlan.without(brokers.topics(prefix), names));
  }

  /**
   * Carries the plan out as far as it may.
   *
   * @param shrinkingToo whether settings may be changed that can remove records
   * @return the plan as it was
   */
  public TopicPlan apply(boolean shrinkingToo) {
    TopicPlan plan = plan();
    Admin admin = brokers.admin();
    List<String> missing = plan.missing().stream().map(TopicDrift::topic).toList();
    new TopicCreator(admin)
        .ensure(wanted.stream().filter(t -> missing.contains(t.name())).toList());
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    plan.changes(shrinkingToo)
        .forEach(
            (topic, settings) ->
                changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    settings.stream().map(TopicPlanner::change).toList()));
    if (!changes.isEmpty()) {
      Brokers.await(admin.incrementalAlterConfigs(changes).all(), "change settings of topics");
    }
    return plan;
  }

  private Map<String, Integer> partitions(Collection<String> names) {
    Map<String, Integer> partitions = new LinkedHashMap<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
        brokers.admin().describeTopics(names).topicNameValues().entrySet()) {
      try {
        partitions.put(topic.getKey(), topic.getValue().get().partitions().size());
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw new KafkaException("Cannot describe topic " + topic.getKey(), e.getCause());
        }
      }
    }
    return partitions;
  }

  private Map<String, Config> settings(Collection<String> topics) {
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, Config> settings = new HashMap<>();
    Brokers.await(brokers.admin().describeConfigs(resources).all(), "read settings of topics")
        .forEach((resource, config) -> settings.put(resource.name(), config));
    return settings;
  }

  private static List<SettingDrift> drift(TopicDescriptor<?> topic, Config actual) {
    List<SettingDrift> drift = new ArrayList<>();
    topic
        .config()
        .forEach(
            (name, value) -> {
              ConfigEntry entry = actual.get(name);
              if (entry != null && !value.equals(entry.value())) {
                drift.add(new SettingDrift(name, entry.value(), value));
              }
            });
    return drift;
  }

  private static AlterConfigOp change(SettingDrift setting) {
    return new AlterConfigOp(
        new ConfigEntry(setting.name(), setting.wanted()), AlterConfigOp.OpType.SET);
  }
}
