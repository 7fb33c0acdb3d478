package org.tensiometer.acceptance.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How far a consumer group is, and which of its members has which part of the work. */
final class GroupProgress implements AutoCloseable {

  private final Admin admin;
  private final String group;

  GroupProgress(Map<String, Object> clientConfig, String group) {
    this.admin = Admin.create(clientConfig);
    this.group = group;
  }

  /** Partitions of these topics that members with such a client id have now. */
  Set<TopicPartition> assigned(String clientIdPrefix, Set<String> topics) {
    Set<TopicPartition> assigned = assigned(clientIdPrefix);
    assigned.removeIf(partition -> !topics.contains(partition.topic()));
    return assigned;
  }

  /** Partitions of all topics that are read. */
  Set<TopicPartition> assigned(String clientIdPrefix) {
    try {
      Set<TopicPartition> assigned = new HashSet<>();
      admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
          .filter(member -> member.clientId().startsWith(clientIdPrefix))
          .forEach(member -> assigned.addAll(member.assignment().topicPartitions()));
      return assigned;
    } catch (ExecutionException e) {
      requireNoGroup(e);
      return new HashSet<>();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Committed offsets; partitions without one are missing. */
  Map<TopicPartition, Long> committed() {
    try {
      Map<TopicPartition, Long> committed = new HashMap<>();
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      offsets.forEach(
          (partition, offset) -> {
            if (offset != null) {
              committed.put(partition, offset.offset());
            }
          });
      return committed;
    } catch (ExecutionException e) {
      requireNoGroup(e);
      return Map.of();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Those of these topics that are there. */
  Set<String> existing(Set<String> topics) {
    try {
      Set<String> existing = new HashSet<>(admin.listTopics().names().get());
      existing.retainAll(topics);
      return existing;
    } catch (ExecutionException e) {
      throw new IllegalStateException("The topics cannot be listed", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Offsets behind the last committed record of each partition of these topics. */
  Map<TopicPartition, Long> ends(Set<String> topics) {
    try {
      Map<TopicPartition, OffsetSpec> asked =
          admin.describeTopics(topics).allTopicNames().get().values().stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(p -> new TopicPartition(topic.name(), p.partition())))
              .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
      return admin
          .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The ends of " + topics + " cannot be read", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Offsets between what is committed as read and these ends; 0 when all is read. */
  long lag(Map<TopicPartition, Long> ends) {
    return left(ends).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The same of each partition. */
  Map<TopicPartition, Long> left(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> committed = committed();
    return ends.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L))));
  }

  /**
   * That nobody has used the group yet is an answer. No answer is none, and would look like lag.
   */
  private void requireNoGroup(ExecutionException fault) {
    if (!(fault.getCause() instanceof GroupIdNotFoundException)) {
      throw new IllegalStateException("The progress of " + group + " cannot be read", fault);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
