package org.tensiometer.app.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.health.ClusterWatch;
import org.tensiometer.app.process.health.SinkHealth;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.contracts.Ids;
import org.tensiometer.ingest.analysis.ArticleAnalysis;
import org.tensiometer.metrics.Health;
import org.tensiometer.wire.topics.TopicContents;
import org.tensiometer.wire.topics.Topics;

/**
 * The analysis of a generation with claims of its own at work: articles of the log become its
 * claims, on as many threads as there are processors and partitions.
 */
public final class GenerationAnalysis implements AutoCloseable {

  /** Few, since what comes of them is kept until all are analysed. */
  private static final int BATCH = 20;

  private static final int BATCH_SECONDS = 2;
  private static final long PAUSE_MILLIS = 200;
  private static final int INSTANCE_DIGITS = 12;

  /** So few records behind the end, or fewer, are worth a look at what they are. */
  private static final long NEAR = 2_000;

  private final Settings settings;
  private final ReplayRange range;
  private final List<Sink> workers;

  private GenerationAnalysis(Settings settings, ReplayRange range, List<Sink> workers) {
    this.settings = settings;
    this.range = range;
    this.workers = List.copyOf(workers);
  }

  /**
   * Starts it; the topics must be there.
   *
   * @param splitter ready for work, since what it throws is taken for a fault of the article
   * @param instance tells the processes that share the work apart, the same after a restart
   * @param rate most articles a second; empty for as fast as it goes
   */
  public static GenerationAnalysis start(
      Settings settings, ClaimSplitter splitter, String instance, OptionalInt rate) {
    return start(settings, splitter, instance, rate, ReplayRange.ALL, Map.of());
  }

  /** As the other, of a range of the articles. */
  public static GenerationAnalysis start(
      Settings settings,
      ClaimSplitter splitter,
      String instance,
      OptionalInt rate,
      ReplayRange range)
      throws InterruptedException {
    try (Admin admin = Admin.create(settings.clients())) {
      Map<String, Object> ofConsumer =
          range.prepare(
              new Offsets(admin),
              settings.topics().analysisGroup(),
              articles(settings.topics()),
              () -> ErasedKeys.ofArticles(settings));
      return start(settings, splitter, instance, rate, range, ofConsumer);
    }
  }

  private static GenerationAnalysis start(
      Settings settings,
      ClaimSplitter splitter,
      String instance,
      OptionalInt rate,
      ReplayRange range,
      Map<String, Object> ofConsumer) {
    Topics topics = settings.topics();
    int batch = BATCH;
    ClaimSplitter paced = splitter;
    if (rate.isPresent()) {
      batch = Math.min(BATCH, BATCH_SECONDS * rate.getAsInt());
      Pace pace = new Pace(rate.getAsInt());
      paced =
          article -> {
            pace.await();
            return splitter.split(article);
          };
    }
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), topics.partitions());
    List<Sink> workers = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      workers.add(
          Sink.start(
              ArticleAnalysis.create(
                  topics, paced, instance + '-' + thread, batch, settings.clients(), ofConsumer)));
    }
    return new GenerationAnalysis(settings, range, workers);
  }

  /** The name of a process by its machine and its folder, the same after a restart. */
  public static String instance(Path stateFolder) {
    String host = System.getenv().getOrDefault("HOSTNAME", "");
    if (host.isEmpty()) {
      try {
        host = InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        host = "localhost";
      }
    }
    return Ids.content(host, stateFolder.toAbsolutePath().toString()).substring(0, INSTANCE_DIGITS);
  }

  /** How it is; never waits. */
  public Health health(ClusterWatch cluster) {
    return Health.of(
        workers.stream()
            .map(worker -> new SinkHealth(() -> Optional.of(worker), cluster))
            .toList());
  }

  /**
   * @throws UserError if one of its threads has stopped, with what stopped it
   */
  public void checkHealth() {
    workers.forEach(worker -> UserError.requireAtWork("the analysis", worker.failure()));
  }

  /** Number of articles that the generation of these settings has not analysed yet. */
  public static long left(Settings settings) throws InterruptedException {
    return left(settings, ReplayRange.ALL);
  }

  /** The same of a range. */
  public static long left(Settings settings, ReplayRange range) throws InterruptedException {
    try (Admin admin = Admin.create(settings.clients())) {
      Offsets offsets = new Offsets(admin);
      Map<TopicPartition, Long> ends = ends(settings, offsets, range);
      Map<TopicPartition, Long> reached =
          new HashMap<>(range.starts(offsets, articles(settings.topics())));
      reached.putAll(offsets.committed(settings.topics().analysisGroup()));
      return unread(settings, gap(ends, reached), ends);
    }
  }

  private static Map<TopicPartition, Long> ends(
      Settings settings, Offsets offsets, ReplayRange range) throws InterruptedException {
    List<TopicPartition> articles = articles(settings.topics());
    Map<TopicPartition, Long> ends = offsets.ends(articles);
    ends.putAll(range.ends(offsets, articles));
    return ends;
  }

  /**
   * Number of articles before these ends that are not analysed yet, where they are few; else of
   * what stands in the log before them.
   */
  static long left(Settings settings, Offsets offsets, Map<TopicPartition, Long> ends)
      throws InterruptedException {
    Map<TopicPartition, Long> gap = gap(ends, offsets.committed(settings.topics().analysisGroup()));
    long length = length(ends, gap);
    return length > NEAR ? length : unread(settings, gap, ends);
  }

  /**
   * Waits until all articles are analysed that were there when this was called, or those of the
   * range, and tells how far it is.
   *
   * @throws UserError if the analysis stops
   */
  public void await(Consumer<String> progress) throws InterruptedException {
    try (Admin admin = Admin.create(settings.clients())) {
      Offsets offsets = new Offsets(admin);
      Map<TopicPartition, Long> ends = ends(settings, offsets, range);
      long all = ends.values().stream().mapToLong(Long::longValue).sum();
      long before = -1;
      Progress told = null;
      while (true) {
        Map<TopicPartition, Long> gap = gap(ends, reached(offsets));
        long left = length(ends, gap);
        // What stands still may be read to the end but for the marks of the last transactions.
        if (gap.isEmpty() || left == before && left <= NEAR && unread(settings, gap, ends) == 0) {
          return;
        }
        before = left;
        if (told == null) {
          told = new Progress(progress, "records of articles", all - left, all);
        }
        told.at(all - left);
        checkHealth();
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static long length(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> gap) {
    return gap.entrySet().stream()
        .mapToLong(start -> ends.get(start.getKey()) - start.getValue())
        .sum();
  }

  /** How far is read: as committed, or past marks of transactions, as only the reader knows. */
  private Map<TopicPartition, Long> reached(Offsets offsets) throws InterruptedException {
    Map<TopicPartition, Long> reached = offsets.committed(settings.topics().analysisGroup());
    workers.forEach(
        worker -> worker.positions().forEach((part, at) -> reached.merge(part, at, Math::max)));
    return reached;
  }

  /** From where to go on, for partitions that are not read to their end. */
  private static Map<TopicPartition, Long> gap(
      Map<TopicPartition, Long> ends, Map<TopicPartition, Long> reached) {
    Map<TopicPartition, Long> gap = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long start = reached.getOrDefault(partition, 0L);
          if (start < end) {
            gap.put(partition, start);
          }
        });
    return gap;
  }

  /** Number of records from these offsets on and before these; marks of transactions are none. */
  private static long unread(
      Settings settings, Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
    if (starts.isEmpty()) {
      return 0;
    }
    long[] count = new long[1];
    try (org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer =
        TopicContents.consumer(settings.clients(), settings.topics().analysisGroup() + "-left")) {
      TopicContents.readFrom(
          consumer,
          starts,
          record -> {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < ends.get(partition)) {
              count[0]++;
            }
          });
    }
    return count[0];
  }

  static List<TopicPartition> articles(Topics topics) {
    return Offsets.partitions(topics.articles().name(), topics.partitions());
  }

  @Override
  public void close() {
    // All first, so that they end side by side.
    workers.forEach(Sink::stop);
    workers.forEach(Sink::close);
  }
}
