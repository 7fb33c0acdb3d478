package org.tensiometer.benchmarks;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Tells when a Streams application has committed everything that its topics hold. */
final class Drained {

  private static final long LOOK_EVERY_MILLIS = 20;

  private final Admin admin;

  Drained(Admin admin) {
    this.admin = admin;
  }

  /**
   * Waits until the group has committed the end of every partition of these topics, for ever while
   * it makes progress.
   *
   * @throws IllegalStateException after two minutes without progress
   */
  void await(String group, Set<String> topics) throws Exception {
    Map<TopicPartition, OffsetSpec> asked = latest(topics);
    long last = -1;
    long since = System.nanoTime();
    while (true) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, Long> ends = ends(asked);
      long left = 0;
      long done = 0;
      for (var end : ends.entrySet()) {
        OffsetAndMetadata at = committed.get(end.getKey());
        done += at == null ? 0 : at.offset();
        left += end.getValue() - (at == null ? 0 : at.offset());
      }
      if (left <= 0) {
        return;
      }
      if (done != last) {
        last = done;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > 120_000_000_000L) {
        throw new IllegalStateException(
            group + " has made no progress for two minutes, " + left + " records left");
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private Map<TopicPartition, OffsetSpec> latest(Set<String> topics) throws Exception {
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
  }

  private Map<TopicPartition, Long> ends(Map<TopicPartition, OffsetSpec> asked) throws Exception {
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
  }

  private static long offset(ListOffsetsResultInfo info) {
    return info.offset();
  }
}
