package org.tensiometer.app.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.topology.pair.PairBacklog;
import org.tensiometer.wire.topics.Topics;

/** Follows a topology until it has processed what was in the log when it began. */
public final class Replay {

  private static final long PAUSE_MILLIS = 200;

  private final Settings settings;
  private final ReplayRange range;
  private final Consumer<String> progress;

  /** Of everything. */
  public Replay(Settings settings, Consumer<String> progress) {
    this(settings, ReplayRange.ALL, progress);
  }

  /**
   * @param range of the claims
   */
  public Replay(Settings settings, ReplayRange range, Consumer<String> progress) {
    this.settings = settings;
    this.range = range;
    this.progress = progress;
  }

  /**
   * Number of records of claims and ticks that are not processed by this generation yet, of those
   * between its stages, and of articles where it analyses them itself.
   */
  public long left() throws InterruptedException {
    long articles = settings.topics().analyses() ? GenerationAnalysis.left(settings) : 0;
    try (Admin admin = Admin.create(settings.clients())) {
      Offsets offsets = new Offsets(admin);
      Map<TopicPartition, Long> ends = ends(offsets);
      Map<TopicPartition, Long> reached = reached(offsets);
      Map<TopicPartition, Long> between = offsets.endsOf(betweenStages(settings.topics()));
      return articles + Offsets.left(reached, ends) + Offsets.left(reached, between);
    }
  }

  /** From the stage of articles to that of pairs. */
  static String betweenStages(Topics topics) {
    return topics.applicationId() + "-pair-claims-repartition";
  }

  /**
   * Has a generation that has read nothing yet begin where the range begins.
   *
   * @return settings of the topology with which it ends where the range ends
   */
  public Map<String, Object> prepare() throws InterruptedException {
    try (Admin admin = Admin.create(settings.clients())) {
      Map<String, Object> ofTopology = new HashMap<>();
      range
          .prepare(
              new Offsets(admin),
              settings.topics().applicationId(),
              claims(),
              () -> ErasedKeys.ofClaims(settings))
          .forEach((name, value) -> ofTopology.put(StreamsConfig.mainConsumerPrefix(name), value));
      return ofTopology;
    }
  }

  /**
   * Waits, and tells how far it is.
   *
   * @throws UserError if the topology stops
   */
  public void await(TensionStreams streams) throws InterruptedException {
    Topics topics = settings.topics();
    List<TopicPartition> repartition =
        Offsets.partitions(betweenStages(topics), topics.ticks().partitions());
    try (Admin admin = Admin.create(settings.clients())) {
      Offsets offsets = new Offsets(admin);
      Map<TopicPartition, Long> ends = ends(offsets);
      Progress told = new Progress(progress, "records", done(ends, reached(offsets)), sum(ends));
      while (true) {
        long done = done(ends, reached(offsets));
        if (done == sum(ends)) {
          break;
        }
        told.at(done);
        pause(streams);
      }
      progress.accept("All records are read; the last days are computed.");
      while (!Offsets.reached(offsets.committed(topics.applicationId()), offsets.ends(repartition))
          || !PairBacklog.isEmpty(streams.kafkaStreams(), topics.partitions())) {
        pause(streams);
      }
    }
  }

  private Map<TopicPartition, Long> ends(Offsets offsets) throws InterruptedException {
    Map<TopicPartition, Long> ends = offsets.ends(inputs(settings.topics()));
    ends.putAll(range.ends(offsets, claims()));
    return ends;
  }

  /** How far each partition is read; from where the range begins if it was not read at all. */
  private Map<TopicPartition, Long> reached(Offsets offsets) throws InterruptedException {
    Map<TopicPartition, Long> reached = new HashMap<>(range.starts(offsets, claims()));
    reached.putAll(offsets.committed(settings.topics().applicationId()));
    return reached;
  }

  private List<TopicPartition> claims() {
    return claims(settings.topics());
  }

  private static List<TopicPartition> claims(Topics topics) {
    return Offsets.partitions(topics.inputClaims().name(), topics.partitions());
  }

  /** Claims and ticks. */
  static List<TopicPartition> inputs(Topics topics) {
    List<TopicPartition> inputs = new ArrayList<>(claims(topics));
    inputs.addAll(Offsets.partitions(topics.ticks().name(), topics.partitions()));
    return inputs;
  }

  private static long done(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> committed) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.min(committed.getOrDefault(end.getKey(), 0L), end.getValue()))
        .sum();
  }

  private static long sum(Map<TopicPartition, Long> ends) {
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void pause(TensionStreams streams) throws InterruptedException {
    UserError.requireAtWork("the replay", streams.failure());
    Thread.sleep(PAUSE_MILLIS);
  }
}
