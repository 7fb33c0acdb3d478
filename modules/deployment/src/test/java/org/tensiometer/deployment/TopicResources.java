package org.tensiometer.deployment;

import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.topic.KafkaTopicBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensiometer.wire.topics.TopicDescriptor;
import org.tensiometer.wire.topics.Topics;

/** The topics as resources of the Strimzi operator. */
final class TopicResources {

  static final String API = "kafka.strimzi.io/v1";
  static final String CLUSTER_LABEL = "strimzi.io/cluster";
  static final String CLUSTER = "tensiometer";

  private static final int REPLICAS = 3;

  private TopicResources() {}

  static List<KafkaTopic> of(Topics topics) {
    return topics.all().stream().map(TopicResources::of).toList();
  }

  private static KafkaTopic of(TopicDescriptor<?> topic) {
    Map<String, Object> config = new LinkedHashMap<>();
    topic.config().forEach((name, value) -> config.put(name, number(value)));
    return new KafkaTopicBuilder()
        .withApiVersion(API)
        .withNewMetadata()
        .withName(topic.name())
        .withLabels(Map.of(CLUSTER_LABEL, CLUSTER))
        .endMetadata()
        .withNewSpec()
        .withPartitions(topic.partitions())
        .withReplicas(REPLICAS)
        .withConfig(config)
        .endSpec()
        .build();
  }

  private static Object number(String value) {
    return value.matches("-?[0-9]+") ? (Object) Long.valueOf(value) : value;
  }
}
