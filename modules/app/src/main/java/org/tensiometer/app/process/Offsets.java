package org.tensiometer.app.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Where topics end and how far groups have come, as the brokers tell it. */
final class Offsets {

  private final Admin admin;

  Offsets(Admin admin) {
    this.admin = admin;
  }

  static List<TopicPartition> partitions(String topic, int count) {
    return IntStream.range(0, count).mapToObj(i -> new TopicPartition(topic, i)).toList();
  }

  /** The offset behind the last committed record of each partition. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
      throws InterruptedException {
    return of(partitions, OffsetSpec.latest());
  }

  /** The same of all partitions of a topic; of none if it is not there. */
  Map<TopicPartition, Long> endsOf(String topic) throws InterruptedException {
    return ends(partitionsOf(topic));
  }

  /** As {@link #endsOf}, but behind what open transactions have written, too. */
  Map<TopicPartition, Long> writtenOf(String topic) throws InterruptedException {
    return of(partitionsOf(topic), OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
  }

  private List<TopicPartition> partitionsOf(String topic) throws InterruptedException {
    try {
      return partitions(
          topic,
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get()
              .get(topic)
              .partitions()
              .size());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return List.of();
      }
      throw new KafkaException("Topic " + topic + " cannot be described", e.getCause());
    }
  }

  /** The offset asked for of each partition; -1 where there is none. */
  Map<TopicPartition, Long> of(Collection<TopicPartition> partitions, OffsetSpec which)
      throws InterruptedException {
    return of(partitions, which, IsolationLevel.READ_COMMITTED);
  }

  private Map<TopicPartition, Long> of(
      Collection<TopicPartition> partitions, OffsetSpec which, IsolationLevel isolation)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> question = new HashMap<>();
    partitions.forEach(partition -> question.put(partition, which));
    try {
      Map<TopicPartition, Long> found = new LinkedHashMap<>();
      admin
          .listOffsets(question, new ListOffsetsOptions(isolation))
          .all()
          .get()
          .forEach((partition, offset) -> found.put(partition, offset.offset()));
      return found;
    } catch (ExecutionException e) {
      throw new KafkaException("Offsets of " + partitions + " cannot be read", e.getCause());
    }
  }

  /** How far a consumer group has come; partitions without a committed offset are missing. */
  Map<TopicPartition, Long> committed(String group) throws InterruptedException {
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
      throw new KafkaException("The offsets of group " + group + " cannot be read", e.getCause());
    }
  }

  /** Sets how far a group has come that nobody is in. */
  void commit(String group, Map<TopicPartition, Long> offsets) throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    offsets.forEach((partition, offset) -> positions.put(partition, new OffsetAndMetadata(offset)));
    try {
      admin.alterConsumerGroupOffsets(group, positions).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("The offsets of group " + group + " cannot be set", e.getCause());
    }
  }

  /** How far {@code reached} is from these ends, of all partitions together. */
  static long left(Map<TopicPartition, Long> reached, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - reached.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  /** Whether {@code reached} has come to every one of these ends. */
  static boolean reached(Map<TopicPartition, Long> reached, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
