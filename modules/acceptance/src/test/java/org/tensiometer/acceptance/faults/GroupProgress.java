package org.tensiometer.acceptance.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.tensiometer.testkit.Await;

/**
 * How far a consumer group is, and which of its members has which part of the work. Brokers that do
 * not answer are asked again: no answer says nothing, and would look like work that is left.
 */
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
    Set<TopicPartition> assigned = new HashSet<>();
    askOfGroup(
            "the members of " + group,
            () -> admin.describeConsumerGroups(List.of(group)).all().get().get(group).members())
        .ifPresent(
            members ->
                members.stream()
                    .filter(member -> member.clientId().startsWith(clientIdPrefix))
                    .forEach(member -> assigned.addAll(member.assignment().topicPartitions())));
    return assigned;
  }

  /** Committed offsets; partitions without one are missing. */
  Map<TopicPartition, Long> committed() {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        askOfGroup(
                "what " + group + " has committed",
                () -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get())
            .orElse(Map.of());
    Map<TopicPartition, Long> committed = new HashMap<>();
    offsets.forEach(
        (partition, offset) -> {
          if (offset != null) {
            committed.put(partition, offset.offset());
          }
        });
    return committed;
  }

  /** Those of these topics that are there. */
  Set<String> existing(Set<String> topics) {
    Set<String> existing =
        new HashSet<>(ask("their topics", () -> admin.listTopics().names().get()));
    existing.retainAll(topics);
    return existing;
  }

  /** Offsets behind the last committed record of each partition of these topics. */
  Map<TopicPartition, Long> ends(Set<String> topics) {
    return ask(
        "the ends of " + topics,
        () -> {
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
        });
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

  /** Empty while nobody has used the group yet. */
  private static <T> Optional<T> askOfGroup(String what, Callable<T> question) {
    return ask(
        what,
        () -> {
          try {
            return Optional.of(question.call());
          } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  private static <T> T ask(String what, Callable<T> question) {
    return Await.until(
            "the brokers to tell " + what,
            () -> {
              try {
                return Optional.of(question.call());
              } catch (ExecutionException e) {
                if (e.getCause() instanceof RetriableException) {
                  return Optional.<T>empty();
                }
                throw e;
              }
            },
            Optional::isPresent)
        .orElseThrow();
  }

  @Override
  public void close() {
    admin.close();
  }
}
