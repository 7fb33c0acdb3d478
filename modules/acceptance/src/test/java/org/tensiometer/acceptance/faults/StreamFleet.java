package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.acceptance.ShippedProcess;
import org.tensiometer.testkit.Await;

/** Instances of {@code stream} that share one topology, each with a state folder of its own. */
final class StreamFleet implements AutoCloseable {

  /** Shortest that a broker allows by itself: a killed instance is replaced after this time. */
  static final int SESSION_TIMEOUT_MILLIS = 6_000;

  private static final Set<String> CLAIMS = Set.of(Installation.TOPICS.claims().name());

  /** What the two stages read; of which an instance has a share is the assignor's choice. */
  private static final Set<String> WORK =
      Set.of(
          Installation.TOPICS.claims().name(),
          Installation.TOPICS.applicationId() + "-pair-claims-repartition");

  /**
   * What an instance has done.
   *
   * @param done offsets of its partitions, committed since it was first looked at
   * @param left offsets of them that are not committed
   * @param leftOfAll the same of all partitions
   */
  private record Work(long done, long left, long leftOfAll) {}

  private final Installation installation;
  private final GroupProgress progress;
  private final Map<String, String> settings;
  private final Map<Integer, ShippedProcess> running = new TreeMap<>();

  /**
   * @param settings of all instances, beside those that every fault test has
   */
  StreamFleet(Installation installation, Map<String, String> settings) {
    this.installation = installation;
    this.settings = Map.copyOf(settings);
    this.progress =
        new GroupProgress(
            installation.cluster().clientConfig(), Installation.TOPICS.applicationId());
  }

  GroupProgress progress() {
    return progress;
  }

  void start(int instance) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("client.id", clientId(instance));
    all.put("consumer.session.timeout.ms", Integer.toString(SESSION_TIMEOUT_MILLIS));
    all.put("consumer.heartbeat.interval.ms", "1000");
    running.put(
        instance,
        installation.start(
            name(instance), all, "stream", "--state-dir", stateFolder(instance).toString()));
  }

  Path stateFolder(int instance) {
    return installation.folder().resolve("state-" + instance);
  }

  /** Asks the instance to end (SIGTERM) and returns its exit code. */
  int terminate(int instance) throws Exception {
    requireAlive(instance);
    return running.remove(instance).terminate();
  }

  ShippedProcess process(int instance) {
    return running.get(instance);
  }

  String printed(int instance) {
    return installation.printed(name(instance));
  }

  /**
   * Waits until this instance is in the middle of its work: it has committed some since this call,
   * and more waits.
   *
   * @return false if all was done before it was seen at work
   */
  boolean awaitAtWork(int instance) {
    Map<TopicPartition, Long> before = progress.committed();
    Work work =
        Await.until(
            name(instance) + " to be at work",
            () -> work(instance, before),
            w -> w.done() > 0 && w.left() > 0 || w.leftOfAll() == 0);
    return work.done() > 0 && work.left() > 0;
  }

  /** What befalls an instance, or what it depends on. */
  interface Strike {
    void strike() throws Exception;
  }

  /**
   * Strikes, and asks the brokers afterwards what was left.
   *
   * @param partitions whose work must not come to an end by the strike
   * @return whether some of what was there before was left, so that it was hit at work
   */
  boolean strike(Set<TopicPartition> partitions, Strike strike) throws Exception {
    Map<TopicPartition, Long> ends = endsOfWork();
    ends.keySet().retainAll(partitions);
    strike.strike();
    return progress.lag(ends) > 0;
  }

  /** As {@link #strike}, in the middle of the work of this instance. */
  boolean strikeAtWork(int instance, Strike strike) throws Exception {
    if (!awaitAtWork(instance)) {
      return false;
    }
    requireAlive(instance);
    return strike(assigned(instance), strike);
  }

  /**
   * Kills the instance in the middle of its work. Nobody else has its partitions before its session
   * times out, so that what was left is left when it is asked for.
   *
   * @param claims gives it work, before each try: a kill that came too late does not count
   */
  void killAtWork(int instance, Runnable claims) throws Exception {
    endAtWork(instance, claims, () -> running.remove(instance).kill());
  }

  /** As {@link #killAtWork}, but asks it to end (SIGTERM), which it must do with 0. */
  void terminateAtWork(int instance, Runnable claims) throws Exception {
    endAtWork(
        instance,
        claims,
        () -> assertThat(terminate(instance)).as("exit code after SIGTERM").isZero());
  }

  private void endAtWork(int instance, Runnable claims, Strike end) throws Exception {
    Hit.until(
        name(instance),
        () -> {
          if (!running.containsKey(instance)) {
            start(instance);
          }
          claims.run();
          return strikeAtWork(instance, end);
        });
  }

  /** Partitions of both stages that the instance has now, as the brokers tell. */
  Set<TopicPartition> assigned(int instance) {
    return progress.assigned(clientId(instance), WORK);
  }

  /** Whether the instance, which has to be alive, has a share of the work, of whichever stage. */
  boolean hasShare(int instance) {
    requireAlive(instance);
    return !progress.assigned(clientId(instance)).isEmpty();
  }

  private Work work(int instance, Map<TopicPartition, Long> before) {
    running.keySet().forEach(this::requireAlive);
    Set<TopicPartition> its = assigned(instance);
    Map<TopicPartition, Long> committed = progress.committed();
    Map<TopicPartition, Long> ends = endsOfWork();
    long done = 0;
    long left = 0;
    long leftOfAll = 0;
    for (TopicPartition partition : ends.keySet()) {
      long at = committed.getOrDefault(partition, 0L);
      leftOfAll += ends.get(partition) - at;
      if (its.contains(partition)) {
        done += at - before.getOrDefault(partition, 0L);
        left += ends.get(partition) - at;
      }
    }
    return new Work(done, left, leftOfAll);
  }

  /** Before the topology first starts, there is nothing between its stages. */
  private Map<TopicPartition, Long> endsOfWork() {
    return progress.ends(progress.existing(WORK));
  }

  /** Claims that are there now and not read. */
  long lag() {
    return progress.lag(progress.ends(CLAIMS));
  }

  /** Waits until the claims that are there now are read. Nobody may give up meanwhile. */
  void awaitRead() {
    Await.until(
        "the claims to be read",
        () -> {
          requireAllAlive();
          return lag();
        },
        lag -> lag == 0);
  }

  /** Lets so much time pass, an outage's for instance, in which nobody may give up. */
  void liveThrough(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    Await.until(
        "the time to pass",
        () -> {
          requireAllAlive();
          return System.nanoTime();
        },
        now -> now - end >= 0);
  }

  /** Fails, with what it said, if it has ended by itself. */
  void requireAlive(int instance) {
    if (!running.get(instance).isAlive()) {
      throw new AssertionError(name(instance) + " has ended:\n" + printed(instance));
    }
  }

  void requireAllAlive() {
    running.keySet().forEach(this::requireAlive);
  }

  private static String name(int instance) {
    return "stream-" + instance;
  }

  private static String clientId(int instance) {
    return "instance-" + instance + '-';
  }

  @Override
  public void close() {
    running.values().forEach(ShippedProcess::close);
    progress.close();
  }
}
