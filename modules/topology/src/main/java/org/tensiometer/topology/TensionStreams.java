package org.tensiometer.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.topology.article.ArticleStage;
import org.tensiometer.topology.pair.PairStage;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.topology.state.Changelogs;
import org.tensiometer.topology.state.DamagedState;
import org.tensiometer.topology.state.StateOrigin;
import org.tensiometer.topology.state.StateSpace;
import org.tensiometer.topology.time.TimeRules;
import org.tensiometer.wire.EndPatience;
import org.tensiometer.wire.serde.AvroSerdes;
import org.tensiometer.wire.topics.Topics;

/**
 * One generation of the topology at work in this process. The topics must be there before {@link
 * #start}. Safe for use by many threads.
 */
public final class TensionStreams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TensionStreams.class);

  private final KafkaStreams streams;
  private final Path folder;
  private final StateOrigin origin;
  private final StateSpace space;
  private final boolean staticMember;
  private final DamagedState damaged = new DamagedState();
  private final OutagePatience patience =
      new OutagePatience(OutagePatience.Limits.defaults(), damaged);
  private final RestoreProgress restoring = new RestoreProgress();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stateChanged = lock.newCondition();

  /** With the indicator configuration and time rules that come with this version. */
  public TensionStreams(Map<String, ?> settings, Topics topics, ClaimCoder coder) {
    this(settings, topics, coder, TensionConfig.defaults(), PairStageSettings.defaults());
  }

  /**
   * @param settings by Kafka's and Confluent's names, see {@link StreamsSettings#of}
   * @param topics names and partitions; its generation names this application
   * @param coder used by all threads at once
   * @param tension configuration of indicator and alert rule
   */
  public TensionStreams(
      Map<String, ?> settings,
      Topics topics,
      ClaimCoder coder,
      TensionConfig tension,
      PairStageSettings pairs) {
    StreamsConfig config = new StreamsConfig(StreamsSettings.of(settings, topics));
    folder =
        Path.of(
            config.getString(StreamsConfig.STATE_DIR_CONFIG),
            config.getString(StreamsConfig.APPLICATION_ID_CONFIG));
    Map<String, Object> admin = config.getAdminConfigs(topics.applicationId() + "-changelogs");
    origin = new StateOrigin(folder, patience -> Changelogs.ids(admin, topics, patience));
    space = new StateSpace(folder);
    staticMember =
        config
            .getMainConsumerConfigs(topics.applicationId(), topics.applicationId(), 0)
            .containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    streams = new KafkaStreams(topology(config, topics, coder, tension, pairs), config);
    streams.setUncaughtExceptionHandler(patience);
    streams.setStateListener(this::tell);
    streams.setGlobalStateRestoreListener(restoring);
  }

  static Topology topology(
      StreamsConfig config,
      Topics topics,
      ClaimCoder coder,
      TensionConfig tension,
      PairStageSettings pairs) {
    AvroSerdes serdes = new AvroSerdes(config.originals());
    TimeRules times = TimeRules.withDefaults();
    return new TensionTopology(
            topics,
            serdes,
            times,
            new ArticleStage(coder, topics.generation(), times, serdes),
            new PairStage(tension, topics.generation(), serdes::value, pairs))
        .build(new TopologyConfig(config));
  }

  /**
   * Throws away what local state is damaged or is not of the changelogs that are there, starts the
   * threads and returns.
   *
   * @throws KafkaException if the brokers do not answer
   */
  public void start() {
    // Kafka Streams opens every store here, and one that does not open ends the process.
    damaged.discard(folder);
    origin.begin();
    space.watch(StateSpace.INTERVAL);
    streams.start();
  }

  /**
   * Waits until all tasks are assigned and restored.
   *
   * @throws TimeoutException if they are not in time
   * @throws IllegalStateException if this process has stopped, with what stopped it
   */
  public void awaitRunning(Duration patience) throws InterruptedException, TimeoutException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (streams.state() != State.RUNNING) {
        if (streams.state().hasCompletedShutdown() || streams.state().isShuttingDown()) {
          throw new IllegalStateException(
              "The topology has stopped (" + streams.state() + ")", failure().orElse(null));
        }
        if (left <= 0) {
          throw new TimeoutException(
              "The topology is " + streams.state() + ", not RUNNING, after " + patience);
        }
        left = stateChanged.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  public State state() {
    return streams.state();
  }

  /**
   * What stopped this process, or must stop it: without room for its state it is still at work, and
   * is to be closed.
   */
  public Optional<Throwable> failure() {
    return patience.fatal().or(space::fault);
  }

  /** The outage that keeps a thread waiting, if one does. */
  public Optional<String> outage() {
    return patience.outage();
  }

  /** What local state has still to read; never waits for brokers. */
  public RestoreProgress restoring() {
    return restoring;
  }

  /** How often local state was found to be damaged and thrown away. */
  public long damages() {
    return damaged.found();
  }

  /** Kafka's view of it, for metrics and lags. */
  public KafkaStreams kafkaStreams() {
    return streams;
  }

  /**
   * Commits, leaves the group so that others take over at once, and keeps the local state. A static
   * member ({@code group.instance.id}) stays in the group: it keeps its tasks if it is back within
   * the session timeout, and others take over after that.
   *
   * @return whether all threads ended in time
   */
  public boolean close(Duration patience) {
    long began = System.nanoTime();
    space.close();
    this.patience.stopWaiting();
    origin.end();
    Duration left = patience.minusNanos(System.nanoTime() - began);
    return streams.close(
        CloseOptions.groupMembershipOperation(
                staticMember
                    ? GroupMembershipOperation.REMAIN_IN_GROUP
                    : GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(left.isNegative() ? Duration.ZERO : left));
  }

  /** Others have to wait for the tasks of one that is killed because it has not ended in time. */
  @Override
  public void close() {
    if (!close(EndPatience.OF_A_PART)) {
      LOG.warn("The topology has not ended after {}", EndPatience.OF_A_PART);
    }
  }

  private void tell(State now, State before) {
    LOG.info("Topology: {} (was {})", now, before);
    lock.lock();
    try {
      stateChanged.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
