package org.tensiometer.operations.generations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.tensiometer.operations.Brokers;
import org.tensiometer.operations.GroupMembers;
import org.tensiometer.operations.RefusedOperationException;
import org.tensiometer.wire.GenerationHandover;
import org.tensiometer.wire.topics.Topics;

/**
 * Takes a generation away: what it published, its own claims if it has any, its internal topics and
 * its offsets; or only its memory, the latter two, so that it reads everything again and publishes
 * it over what is there. What the producers wrote stays, so that the generation can be made again.
 */
public final class Removal {

  private final Map<String, ?> clientConfig;
  private final Topics topics;
  private final boolean published;

  private Removal(Map<String, ?> clientConfig, Topics topics, boolean published) {
    this.clientConfig = Map.copyOf(clientConfig);
    this.topics = topics;
    this.published = published;
  }

  /** Of everything of the generation that these topics are of. */
  public static Removal ofAll(Map<String, ?> clientConfig, Topics topics) {
    return new Removal(clientConfig, topics, true);
  }

  /** Of its memory only. */
  public static Removal ofMemory(Map<String, ?> clientConfig, Topics topics) {
    return new Removal(clientConfig, topics, false);
  }

  /** The topics that would go. */
  public SortedSet<String> plan() {
    try (Brokers brokers = new Brokers(clientConfig)) {
      return topicsOfGeneration(brokers);
    }
  }

  /**
   * Returns if {@link #remove} would not refuse now.
   *
   * @throws RefusedOperationException as that would
   */
  public void requirePossible() {
    try (Brokers brokers = new Brokers(clientConfig)) {
      requirePossible(brokers, topicsOfGeneration(brokers));
    }
  }

  /**
   * Removes them.
   *
   * @return the topics that went
   * @throws RefusedOperationException if its topology runs, or a sink has still to withdraw what
   *     only this generation says
   */
  public SortedSet<String> remove() {
    try (Brokers brokers = new Brokers(clientConfig)) {
      SortedSet<String> found = topicsOfGeneration(brokers);
      requirePossible(brokers, found);
      // First, since what is left of a removal that is broken off is found by its topics.
      for (String group : groups()) {
        deleteOffsets(brokers, group);
      }
      if (published) {
        deleteOffsets(brokers, topics.metersGroup());
      }
      brokers.delete(found);
      return found;
    }
  }

  private void requirePossible(Brokers brokers, SortedSet<String> found) {
    for (String group : groups()) {
      requireStopped(brokers, group);
    }
    if (published) {
      requireLeftBySinks(brokers, found);
    }
  }

  /** Memory is that of the topology; what the analysis has done stands in its claims. */
  private List<String> groups() {
    return published
        ? List.of(topics.applicationId(), topics.analysisGroup())
        : List.of(topics.applicationId());
  }

  private static void deleteOffsets(Brokers brokers, String group) {
    try {
      Brokers.await(
          brokers.admin().deleteConsumerGroups(List.of(group)).all(),
          "delete the offsets of " + group);
    } catch (KafkaException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }

  private SortedSet<String> topicsOfGeneration(Brokers brokers) {
    SortedSet<String> found = new TreeSet<>();
    if (published) {
      found.addAll(brokers.topics(topics.prefix() + '.' + topics.generation() + '.'));
    }
    brokers.topics(topics.applicationId() + '-').stream()
        .filter(topics::isInternal)
        .forEach(found::add);
    return found;
  }

  /** With its topics a sink would lose what it has to compare the next generation with. */
  private void requireLeftBySinks(Brokers brokers, Set<String> found) {
    Brokers.await(
            brokers.admin().listGroups(ListGroupsOptions.forConsumerGroups()).all(),
            "list the groups of sinks")
        .stream()
        .map(GroupListing::groupId)
        .filter(group -> group.startsWith(topics.prefix() + "-sink-"))
        .filter(group -> works(brokers, group, found))
        .findFirst()
        .ifPresent(
            group -> {
              throw new RefusedOperationException(
                  group
                      + " has not left "
                      + topics.generation()
                      + " yet, and could not withdraw what only that says; let it run until it has"
                      + " gone over to the live generation, or delete its group");
            });
  }

  private static boolean works(Brokers brokers, String sink, Set<String> found) {
    return Brokers.await(
            brokers.admin().listConsumerGroupOffsets(sink).partitionsToOffsetAndMetadata(),
            "read the offsets of " + sink)
        .entrySet()
        .stream()
        .filter(offset -> offset.getValue() != null && found.contains(offset.getKey().topic()))
        .anyMatch(offset -> !GenerationHandover.hasLeft(offset.getValue()));
  }

  private static void requireStopped(Brokers brokers, String group) {
    int members = GroupMembers.count(brokers, group);
    if (members > 0) {
      throw new RefusedOperationException(
          "the topology " + group + " runs (" + members + " threads); stop it first");
    }
  }
}
