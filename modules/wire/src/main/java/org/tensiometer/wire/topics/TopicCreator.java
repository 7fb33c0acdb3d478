package org.tensiometer.wire.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing, with their partitions and settings; changes none that is
 * there.
 */
public final class TopicCreator {

  private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 50;

  private final Admin admin;
  private final Optional<Short> replicationFactor;

  /** Replication is the broker's default. */
  public TopicCreator(Admin admin) {
    this(admin, Optional.empty());
  }

  public TopicCreator(Admin admin, Optional<Short> replicationFactor) {
    this.admin = admin;
    this.replicationFactor = replicationFactor;
  }

  /**
   * Makes sure that all these topics are there and known to the broker asked.
   *
   * @return the names of the topics that were created, sorted
   * @throws TopicMismatchException if a topic is there with another number of partitions, which
   *     would send keys elsewhere than before; nothing is created then. Other settings are the
   *     operator's to change: a difference is logged as a warning.
   */
  public SortedSet<String> ensure(Collection<? extends TopicDescriptor<?>> topics) {
    Map<String, TopicDescriptor<?>> wanted = byName(topics);
    Map<String, TopicDescription> present = describe(wanted.keySet());
    verify(wanted, present);
    SortedSet<String> created = new TreeSet<>();
    for (TopicDescriptor<?> topic : wanted.values()) {
      if (!present.containsKey(topic.name()) && create(topic)) {
        created.add(topic.name());
      }
    }
    verify(wanted, awaitAll(wanted.keySet()));
    return created;
  }

  /**
   * The names of those of these topics that are not there, sorted; creates none.
   *
   * @throws TopicMismatchException as {@link #ensure}
   */
  public SortedSet<String> missing(Collection<? extends TopicDescriptor<?>> topics) {
    Map<String, TopicDescriptor<?>> wanted = byName(topics);
    Map<String, TopicDescription> present = describe(wanted.keySet());
    verify(wanted, present);
    SortedSet<String> missing = new TreeSet<>(wanted.keySet());
    missing.removeAll(present.keySet());
    return missing;
  }

  private static Map<String, TopicDescriptor<?>> byName(
      Collection<? extends TopicDescriptor<?>> topics) {
    Map<String, TopicDescriptor<?>> byName = new LinkedHashMap<>();
    topics.forEach(topic -> byName.put(topic.name(), topic));
    return byName;
  }

  private boolean create(TopicDescriptor<?> topic) {
    NewTopic newTopic =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), replicationFactor)
            .configs(topic.config());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        await(admin.createTopics(List.of(newTopic)).all(), "create topic " + topic.name());
        LOG.info("Created topic {} with {} partitions", topic.name(), topic.partitions());
        return true;
      } catch (TopicExistsException e) {
        // Another process was faster; whether it made the same topic is verified afterwards.
        return false;
      } catch (InvalidReplicationFactorException e) {
        if (!FencedBrokers.isToldBy(e) || System.nanoTime() - deadline > 0) {
          throw e;
        }
        pause();
      }
    }
  }

  private Map<String, TopicDescription> awaitAll(Collection<String> names) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Map<String, TopicDescription> described = describe(names);
      if (described.size() == names.size()) {
        return described;
      }
      if (System.nanoTime() > deadline) {
        List<String> missing = new ArrayList<>(names);
        missing.removeAll(described.keySet());
        throw new org.apache.kafka.common.errors.TimeoutException(
            "Topics " + missing + " were created but the broker does not know them yet");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private Map<String, TopicDescription> describe(Collection<String> names) {
    Map<String, TopicDescription> described = new LinkedHashMap<>();
    admin
        .describeTopics(names)
        .topicNameValues()
        .forEach(
            (name, future) -> {
              try {
                described.put(name, await(future, "describe topic " + name));
              } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("Topic {} is not there", name);
              }
            });
    return described;
  }

  private void verify(
      Map<String, TopicDescriptor<?>> wanted, Map<String, TopicDescription> present) {
    List<String> mismatches = new ArrayList<>();
    present.forEach(
        (name, description) -> {
          int expected = wanted.get(name).partitions();
          int actual = description.partitions().size();
          if (expected != actual) {
            mismatches.add(
                "topic "
                    + name
                    + " has "
                    + actual
                    + " partitions and should have "
                    + expected
                    + "; configure "
                    + actual
                    + " or choose another prefix or generation");
          }
        });
    if (!mismatches.isEmpty()) {
      throw new TopicMismatchException(mismatches);
    }
    settingsOf(present.keySet())
        .forEach((name, config) -> differences(wanted.get(name), config).forEach(LOG::warn));
  }

  private Map<String, Config> settingsOf(Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    List<ConfigResource> resources =
        names.stream().map(n -> new ConfigResource(ConfigResource.Type.TOPIC, n)).toList();
    Map<String, Config> settings = new LinkedHashMap<>();
    admin
        .describeConfigs(resources)
        .values()
        .forEach(
            (resource, future) -> {
              String name = resource.name();
              try {
                settings.put(name, await(future, "read settings of topic " + name));
              } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("The broker asked does not know topic {} yet", name);
              } catch (TopicAuthorizationException e) {
                // Who only reads need not see them.
                LOG.debug("The settings of topic {} are not for this user", name);
              }
            });
    return settings;
  }

  private static List<String> differences(TopicDescriptor<?> topic, Config actual) {
    List<String> differences = new ArrayList<>();
    topic
        .config()
        .forEach(
            (setting, expected) -> {
              ConfigEntry entry = actual.get(setting);
              if (entry != null && !expected.equals(entry.value())) {
                differences.add(
                    "topic "
                        + topic.name()
                        + " has "
                        + setting
                        + "="
                        + entry.value()
                        + " and should have "
                        + expected
                        + " unless that was meant; kafka-configs.sh --alter changes it");
              }
            });
    return differences;
  }

  private static <T> T await(KafkaFuture<T> future, String what) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException(
          "Could not " + what + " within " + PATIENCE.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException kafka) {
        throw kafka;
      }
      throw new KafkaException("Could not " + what, e.getCause());
    }
  }
}
