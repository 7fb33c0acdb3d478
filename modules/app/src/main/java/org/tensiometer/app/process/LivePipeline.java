package org.tensiometer.app.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.streams.StreamsConfig;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.health.ClusterWatch;
import org.tensiometer.app.process.health.TopologyHealth;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.metrics.Health;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.topology.pair.PairBacklog;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.wire.topics.Topics;

/**
 * The topology and both sinks in this process. The topology stays with its generation, since only
 * who starts it knows the lexicon of another; the sinks go over to the one that is live.
 */
public final class LivePipeline implements AutoCloseable {

  /** Of the analysis. */
  private static final String INSTANCE = "0";

  private static final Duration START = Duration.ofMinutes(2);

  private final Settings settings;
  private final Optional<GenerationAnalysis> analysis;
  private final TensionStreams streams;
  private final BothSinks sinks;
  private final ClusterWatch cluster;
  private final Closing closing;

  private LivePipeline(
      Settings settings,
      Optional<GenerationAnalysis> analysis,
      TensionStreams streams,
      BothSinks sinks,
      ClusterWatch cluster,
      Closing closing) {
    this.settings = settings;
    this.analysis = analysis;
    this.streams = streams;
    this.sinks = sinks;
    this.cluster = cluster;
    this.closing = closing;
  }

  /**
   * Starts all three, and the analysis of a generation with claims of its own; their topics must be
   * there.
   *
   * @param splitter ready for work if the generation has claims of its own
   * @param stateFolder local state of the topology, which outlives the process
   * @param tension configuration of indicator and alert rule
   */
  public static LivePipeline start(
      Settings settings,
      Path stateFolder,
      ClaimSplitter splitter,
      ClaimCoder coder,
      TensionConfig tension,
      Routes routes) {
    Topics topics = settings.topics();
    Closing closing = new Closing();
    Optional<GenerationAnalysis> analysis =
        topics.analyses()
            ? Optional.of(
                closing.add(
                    GenerationAnalysis.start(settings, splitter, INSTANCE, OptionalInt.empty())))
            : Optional.empty();
    TensionStreams streams =
        closing.add(
            new TensionStreams(
                settings.clientsWith(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString()),
                topics,
                coder,
                tension,
                PairStageSettings.defaults()));
    streams.start();
    BothSinks sinks = closing.add(new BothSinks(routes));
    sinks.workOn(settings);
    ClusterWatch cluster = closing.add(ClusterWatch.start(settings, topics.all()));
    return new LivePipeline(settings, analysis, streams, sinks, cluster, closing);
  }

  /** Has all three metered. */
  public void meter(ProcessMeters meters) {
    meters.watch(streams, settings);
    sinks.meter(meters);
  }

  /** How the three are; never waits. */
  public Health health() {
    List<Health> parts = new ArrayList<>();
    parts.add(new TopologyHealth(streams, cluster));
    analysis.ifPresent(analysing -> parts.add(analysing.health(cluster)));
    parts.add(sinks.health(cluster));
    return Health.of(parts);
  }

  /** Waits until the topology is at work. */
  public void awaitRunning() throws InterruptedException {
    try {
      streams.awaitRunning(START);
    } catch (TimeoutException e) {
      throw UserError.environment("the topology does not start: " + e.getMessage(), e);
    }
  }

  /**
   * Waits until everything in the log has arrived in the topics of the sinks.
   *
   * @param probe writes to every partition a tick that tells nothing new
   */
  public void awaitSettled(Runnable probe) throws InterruptedException {
    if (analysis.isPresent()) {
      analysis.get().await(line -> {});
    }
    new Settling(
            settings,
            () -> PairBacklog.isEmpty(streams.kafkaStreams(), settings.topics().partitions()),
            probe,
            sinks.working(),
            this::checkHealth)
        .await();
  }

  /**
   * Has the sinks publish what the generation of these settings says otherwise, and go on with it.
   */
  public void follow(Settings live) {
    sinks.workOn(live);
  }

  /**
   * @throws UserError if one of the three has stopped, with what stopped it
   */
  public void checkHealth() {
    UserError.requireAtWork("the topology", streams.failure());
    analysis.ifPresent(GenerationAnalysis::checkHealth);
    sinks.checkHealth();
  }

  @Override
  public void close() {
    closing.close();
  }
}
