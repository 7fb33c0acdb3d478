package org.tensiometer.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.StreamsConfig;
import org.tensiometer.app.Analysis;
import org.tensiometer.app.Console;
import org.tensiometer.app.Memory;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.GenerationAnalysis;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.process.health.ClusterWatch;
import org.tensiometer.app.process.health.TopologyHealth;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.metrics.Health;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.topology.pair.PairStageSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the topology; several processes share its work. */
@Command(
    name = "stream",
    mixinStandardHelpOptions = true,
    description = "Run the topology: from claims to indicators and alerts.",
    footer = {
      "",
      "Example:",
      "  tensiometer stream --bootstrap-server localhost:9092 --state-dir ./state"
    })
public final class StreamCommand implements Callable<Integer> {

  private static final long HEALTH_MILLIS = 500;

  private final Console console;

  @Mixin private ConnectionOptions connection;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description = "Local state; kept between runs. Default: ./tensiometer-state.")
  private String stateFolder;

  @Mixin private TensionOption tension;
  @Mixin private LexiconOption lexicon;
  @Mixin private MetricsOptions metrics;

  public StreamCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = connection.configuration();
    Path state = Path.of(configuration.text(Setting.STATE_FOLDER)).toAbsolutePath();
    try (Shutdown shutdown = Shutdown.ofThisThread();
        Closing closing = new Closing()) {
      Settings settings = Preparation.withOwnClaims(ConnectionOptions.settings(configuration));
      Preparation.ensureTopics(settings, Routes.NONE);
      if (settings.topics().analyses()) {
        Memory.require();
      }
      TensionStreams streams =
          closing.add(
              new TensionStreams(
                  settings.clientsWith(StreamsConfig.STATE_DIR_CONFIG, state.toString()),
                  settings.topics(),
                  new LexiconClaimCoder(LexiconOption.lexicon(configuration)),
                  TensionOption.tension(configuration),
                  PairStageSettings.defaults()));
      ClusterWatch cluster =
          closing.add(ClusterWatch.start(settings, settings.topics().ofTopology()));
      Optional<GenerationAnalysis> analysis = analysis(settings, state, closing);
      List<Health> parts = new ArrayList<>(List.of(new TopologyHealth(streams, cluster)));
      analysis.ifPresent(analysing -> parts.add(analysing.health(cluster)));
      MetricsOptions.start(configuration, Health.of(parts), closing, console)
          .ifPresent(meters -> meters.watch(streams, settings));
      streams.start();
      console.progress(
          "The topology " + settings.topics().applicationId() + " works; Ctrl-C ends it.");
      while (streams.failure().isEmpty()) {
        analysis.ifPresent(GenerationAnalysis::checkHealth);
        Thread.sleep(HEALTH_MILLIS);
      }
      Throwable fault = streams.failure().get();
      throw UserError.stopped("the topology", fault);
    }
  }

  /** Keeps the claims of a generation that has its own up with the articles. */
  private Optional<GenerationAnalysis> analysis(Settings settings, Path state, Closing closing) {
    if (!settings.topics().analyses()) {
      return Optional.empty();
    }
    return Optional.of(
        closing.add(
            GenerationAnalysis.start(
                settings,
                Analysis.splitter(console::progress),
                GenerationAnalysis.instance(state),
                OptionalInt.empty())));
  }
}
