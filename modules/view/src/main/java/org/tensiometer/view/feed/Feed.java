package org.tensiometer.view.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.contracts.Ids;
import org.tensiometer.view.state.Alerts;
import org.tensiometer.view.state.Claims;
import org.tensiometer.view.state.Pairs;
import org.tensiometer.wire.generations.Generations;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.Topics;

/**
 * Follows the topics of results without a consumer group: live alerts, latest indicators, their
 * series, and the coded claims of the live generation. Creates no topic; waits for those that are
 * missing, for brokers and for the registry, and says what it waits for.
 */
public final class Feed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 1_000;
  private static final long LOOK_AROUND_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Map<String, Object> clientConfig;
  private final String bootstrap;
  private final Pairs pairs;
  private final Claims claims;
  private final Alerts alerts;
  private final FeedListener listener;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "view-feed");

  private Topics topics;
  private Map<String, TopicFeed<?>> feeds = Map.of();
  private Map<TopicPartition, Long> ends = Map.of();
  private FeedState state;
  private long lookedAround;

  /**
   * @param clientConfig by Kafka's and Confluent's names, at least {@code bootstrap.servers} and
   *     {@code schema.registry.url}
   * @param topics whose generation counts until a pointer is read
   */
  public Feed(
      Map<String, ?> clientConfig,
      Topics topics,
      Pairs pairs,
      Claims claims,
      Alerts alerts,
      FeedListener listener) {
    this.clientConfig = new HashMap<>(clientConfig);
    this.clientConfig.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    this.bootstrap = String.valueOf(clientConfig.get("bootstrap.servers"));
    this.topics = topics;
    this.pairs = pairs;
    this.claims = claims;
    this.alerts = alerts;
    this.listener = listener;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping()) {
      try (Consumer<String, byte[]> consumer =
          TopicContents.follower(clientConfig, topics.prefix() + "-view")) {
        forgetAll();
        feeds = feeds();
        while (!stopping()) {
          follow(consumer);
        }
      } catch (InterruptException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("The view reads its topics anew", e);
        tell(FeedState.waiting("Something went wrong and is tried again: " + e.getMessage()));
        pause();
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    if (System.nanoTime() - lookedAround > LOOK_AROUND_NANOS || consumer.assignment().isEmpty()) {
      lookAround(consumer);
    }
    if (consumer.assignment().isEmpty()) {
      pause();
      return;
    }
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      take(record);
    }
    if (state != null
        && state.phase() == FeedState.Phase.READING
        && ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
      tell(FeedState.LIVE);
    }
  }

  /** Which topics are there, and do the brokers answer at all. */
  private void lookAround(Consumer<String, byte[]> consumer) {
    Map<String, List<PartitionInfo>> there;
    try {
      there = consumer.listTopics(PATIENCE);
    } catch (TimeoutException e) {
      tell(FeedState.waiting("Kafka at " + bootstrap + " gives no answer; waiting for it."));
      return;
    } catch (KafkaException e) {
      tell(FeedState.waiting("Kafka at " + bootstrap + " refuses: " + e.getMessage()));
      return;
    }
    lookedAround = System.nanoTime();
    Set<String> missing = new TreeSet<>(feeds.keySet());
    missing.removeAll(there.keySet());
    List<TopicPartition> wanted = new ArrayList<>();
    feeds.keySet().stream()
        .filter(there::containsKey)
        .flatMap(topic -> there.get(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .forEach(wanted::add);
    assign(consumer, wanted);
    if (!missing.isEmpty()) {
      tell(
          FeedState.waiting(
              "Waiting for "
                  + String.join(", ", missing)
                  + " at "
                  + bootstrap
                  + "; the topology and the sinks create "
                  + (missing.size() == 1 ? "it." : "them.")));
    } else if (state == null || state.phase() == FeedState.Phase.WAITING) {
      ends = consumer.endOffsets(wanted);
      tell(FeedState.READING);
    }
  }

  /** Keeps the place in what is read already; the rest is read from its beginning. */
  private static void assign(Consumer<String, byte[]> consumer, List<TopicPartition> wanted) {
    if (consumer.assignment().equals(Set.copyOf(wanted))) {
      return;
    }
    List<TopicPartition> fresh = new ArrayList<>(wanted);
    fresh.removeAll(consumer.assignment());
    consumer.assign(wanted);
    consumer.seekToBeginning(fresh);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    TopicFeed<?> feed = feeds.get(record.topic());
    while (feed != null && !stopping()) {
      try {
        feed.take(record);
        return;
      } catch (RetriableException e) {
        tell(
            FeedState.waiting(
                "The schema registry at "
                    + clientConfig.get("schema.registry.url")
                    + " gives no answer; waiting for it."));
        pause();
      }
    }
  }

  private Map<String, TopicFeed<?>> feeds() {
    Map<String, TopicFeed<?>> made = new HashMap<>();
    made.put(
        topics.generations().name(),
        new TopicFeed<>(
            topics.generations(), clientConfig, (record, value) -> live(record, value)));
    made.put(
        topics.liveAlerts().name(),
        new TopicFeed<>(
            topics.liveAlerts(),
            clientConfig,
            (record, value) ->
                listener.alert(
                    alerts.put(record.partition(), record.offset(), record.key(), value))));
    made.put(
        topics.indicatorsLatest().name(),
        new TopicFeed<>(
            topics.indicatorsLatest(),
            clientConfig,
            (record, value) -> {
              pairs.latest(record.key(), value);
              listener.pairsChanged();
            }));
    made.put(
        topics.indicatorsSeries().name(),
        new TopicFeed<>(
            topics.indicatorsSeries(),
            clientConfig,
            (record, value) -> {
              if (value == null) {
                pairs.removeDay(
                    Ids.pairOfIndicatorKey(record.key()), Ids.dayOfIndicatorKey(record.key()));
              } else {
                pairs.day(value);
              }
              listener.pairsChanged();
            }));
    made.put(topics.codedClaims().name(), claimsFeed());
    return made;
  }

  private TopicFeed<?> claimsFeed() {
    return new TopicFeed<>(
        topics.codedClaims(), clientConfig, (record, value) -> claims.put(record.key(), value));
  }

  /** Another generation was promoted: from now on its claims count. */
  private void live(ConsumerRecord<String, byte[]> record, GenerationPointer pointer) {
    if (pointer == null
        || !Generations.LIVE.equals(record.key())
        || pointer.getGeneration().equals(topics.generation())) {
      return;
    }
    LOG.info("The view follows generation {}", pointer.getGeneration());
    Map<String, TopicFeed<?>> changed = new HashMap<>(feeds);
    changed.remove(topics.codedClaims().name());
    topics = new Topics(topics.prefix(), pointer.getGeneration(), topics.partitions());
    changed.put(topics.codedClaims().name(), claimsFeed());
    feeds = changed;
    claims.clear();
    lookedAround = System.nanoTime() - 2 * LOOK_AROUND_NANOS;
  }

  private void forgetAll() {
    pairs.clear();
    claims.clear();
    alerts.clear();
    listener.restarted();
    ends = Map.of();
    lookedAround = System.nanoTime() - 2 * LOOK_AROUND_NANOS;
  }

  private void tell(FeedState next) {
    if (!next.equals(state)) {
      state = next;
      LOG.info("View: {}", next.message());
      listener.state(next);
    }
  }

  private void pause() {
    try {
      stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }
}
