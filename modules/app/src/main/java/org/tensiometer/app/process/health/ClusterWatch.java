package org.tensiometer.app.process.health;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.tensiometer.app.Settings;
import org.tensiometer.wire.topics.TopicDescriptor;

/** Asks the brokers again and again for the topics that a part needs, on a thread of its own. */
public final class ClusterWatch implements AutoCloseable {

  private static final String PATIENCE_MILLIS = "4000";
  private static final long PAUSE_MILLIS = 2_000;

  private final String brokers;
  private final List<String> topics;
  private final Admin admin;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "cluster-watch");
  private volatile String problem = "the brokers have not been asked yet";
  private long answeredNanos = System.nanoTime();

  private ClusterWatch(Settings settings, Collection<String> topics) {
    this.brokers = settings.bootstrapServers();
    this.topics = List.copyOf(topics);
    Map<String, Object> config = new HashMap<>(settings.clients());
    config.put(AdminClientConfig.CLIENT_ID_CONFIG, settings.topics().prefix() + "-health");
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    admin = Admin.create(config);
  }

  /** Starts to ask for these topics. */
  public static ClusterWatch start(
      Settings settings, Collection<? extends TopicDescriptor<?>> topics) {
    ClusterWatch watch =
        new ClusterWatch(settings, topics.stream().map(TopicDescriptor::name).toList());
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  /** What was wrong when they were asked last, in one sentence; never waits. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void close() {
    stop.countDown();
    thread.interrupt();
    // An ordinary close would wait for answers that may not come.
    admin.close(Duration.ZERO);
  }

  private void run() {
    try {
      do {
        problem = ask();
      } while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Null if all is well. */
  private String ask() throws InterruptedException {
    try {
      admin.describeTopics(topics).allTopicNames().get();
      answeredNanos = System.nanoTime();
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        answeredNanos = System.nanoTime();
        return missing();
      }
      if (e.getCause() instanceof RetriableException) {
        return "broker unreachable: no answer from " + brokers + " for " + seconds() + " s";
      }
      return "the brokers at " + brokers + " refuse: " + e.getCause().getMessage();
    } catch (KafkaException e) {
      return "the brokers at " + brokers + " cannot be asked: " + e.getMessage();
    }
  }

  private String missing() throws InterruptedException {
    for (Map.Entry<String, ? extends org.apache.kafka.common.KafkaFuture<?>> topic :
        admin.describeTopics(topics).topicNameValues().entrySet()) {
      try {
        topic.getValue().get();
      } catch (ExecutionException e) {
        return e.getCause() instanceof TimeoutException
            ? "broker unreachable: no answer from " + brokers
            : "topic " + topic.getKey() + " is missing";
      }
    }
    return null;
  }

  private long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - answeredNanos);
  }
}
