package org.tensiometer.operations.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.operations.Brokers;

/**
 * What topics take of the brokers' disks, and how fast that grows.
 *
 * @param topics by name
 * @param free bytes that are free in the folders of these topics, where the brokers tell; the least
 *     of them
 */
public record DiskForecast(List<DiskUse> topics, OptionalLong free) {

  private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

  public DiskForecast {
    topics = List.copyOf(topics);
  }

  /**
   * Looks at the topics whose names begin like one of these.
   *
   * @param window how far back the rate is looked at
   * @param now end of the window
   */
  public static DiskForecast of(
      Brokers brokers, List<String> prefixes, Duration window, Instant now) {
    List<String> names =
        prefixes.stream().flatMap(prefix -> brokers.topics(prefix).stream()).distinct().toList();
    Admin admin = brokers.admin();
    Map<String, TopicDescription> described =
        Brokers.await(admin.describeTopics(names).allTopicNames(), "describe the topics");
    SortedMap<String, List<TopicPartition>> partitions = new TreeMap<>();
    described.forEach(
        (name, topic) ->
            partitions.put(
                name,
                topic.partitions().stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList()));
    Map<String, Long> bytes = new HashMap<>();
    OptionalLong free = sizes(admin, described.keySet(), bytes);
    List<TopicPartition> all = partitions.values().stream().flatMap(List::stream).toList();
    long from = now.minus(window).toEpochMilli();
    Map<TopicPartition, ListOffsetsResultInfo> firsts = offsets(admin, all, OffsetSpec.earliest());
    Map<TopicPartition, ListOffsetsResultInfo> begun =
        offsets(admin, all, OffsetSpec.forTimestamp(0));
    Map<TopicPartition, ListOffsetsResultInfo> since =
        offsets(admin, all, OffsetSpec.forTimestamp(from));
    Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, all, OffsetSpec.latest());
    List<DiskUse> uses = new ArrayList<>();
    partitions.forEach(
        (name, own) -> {
          long offsets = 0;
          long recent = 0;
          long oldest = now.toEpochMilli();
          for (TopicPartition partition : own) {
            long end = ends.get(partition).offset();
            offsets += end - firsts.get(partition).offset();
            // Offset -1: no record is that young.
            long start = since.get(partition).offset();
            recent += start < 0 ? 0 : end - start;
            long timestamp = begun.get(partition).timestamp();
            oldest = timestamp < 0 ? oldest : Math.min(oldest, timestamp);
          }
          double days = (now.toEpochMilli() - Math.max(from, oldest)) / MILLIS_A_DAY;
          uses.add(
              new DiskUse(
                  name, bytes.getOrDefault(name, 0L), offsets, days <= 0 ? 0 : recent / days));
        });
    return new DiskForecast(uses, free);
  }

  public long bytes() {
    return topics.stream().mapToLong(DiskUse::bytes).sum();
  }

  /** As {@link DiskUse#forecast}, of all. */
  public long forecast(int days) {
    return topics.stream().mapToLong(topic -> topic.forecast(days)).sum();
  }

  private static OptionalLong sizes(Admin admin, Set<String> topics, Map<String, Long> bytes) {
    List<Integer> nodes =
        Brokers.await(admin.describeCluster().nodes(), "list the brokers").stream()
            .map(Node::id)
            .toList();
    OptionalLong free = OptionalLong.empty();
    for (Map<String, LogDirDescription> folders :
        Brokers.await(admin.describeLogDirs(nodes).allDescriptions(), "read sizes of topics")
            .values()) {
      for (LogDirDescription folder : folders.values()) {
        folder
            .replicaInfos()
            .forEach(
                (partition, replica) -> {
                  if (topics.contains(partition.topic())) {
                    bytes.merge(partition.topic(), replica.size(), Long::sum);
                  }
                });
        if (folder.usableBytes().isPresent()) {
          long here = folder.usableBytes().getAsLong();
          free = OptionalLong.of(Math.min(here, free.orElse(here)));
        }
      }
    }
    return free;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> question = new HashMap<>();
    partitions.forEach(partition -> question.put(partition, which));
    return Brokers.await(admin.listOffsets(question).all(), "read offsets of topics");
  }
}
