package org.tensiometer.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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
import org.tensiometer.app.process.Replay;
import org.tensiometer.app.process.ReplayRange;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.process.ThrottledCoder;
import org.tensiometer.app.process.UnanalysedArticles;
import org.tensiometer.app.report.ReplayReport;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.wire.generations.Generations;
import org.tensiometer.wire.topics.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Codes claims, or analyses articles, as a generation beside the live one. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "Code everything that is in the topic of claims as the generation named, and end; with",
      "--articles analyse the articles first, into claims of the generation's own. Started again,",
      "it goes on where it was. The live generation is not touched."
    },
    footer = {
      "",
      "Example:",
      "  tensiometer replay start --generation g2 --state-dir replay-state --dry-run"
    })
final class ReplayStartCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private LexiconOption lexicon;
  @Mixin private TensionOption tension;

  @Option(names = "--state-dir", paramLabel = "DIR", description = "Local state of the replay.")
  private String stateFolder;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "At most so many claims, and articles, a second. Default: as fast as it goes.")
  private Integer rate;

  @Option(
      names = "--articles",
      description = {
        "Analyse all articles again, with the language analysis of this version, and code the",
        "claims that it finds."
      })
  private boolean articles;

  @Mixin private ReplayRangeOptions part;
  @Mixin private OutputOption output;
  @Mixin private DryRunOption dryRun;

  ReplayStartCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Shutdown shutdown = Shutdown.ofJob()) {
      return start();
    }
  }

  private int start() throws InterruptedException {
    if (rate != null && rate < 1) {
      throw UserError.environment("--rate needs at least 1, not " + rate, null);
    }
    Configuration configuration = connection.configuration();
    ReplayRange range = part.range();
    Settings asked = ConnectionOptions.settings(configuration);
    Preparation.requireAnswers(asked);
    ReplayedGeneration.requireNotLive(asked);
    Settings settings = articles ? ofArticles(asked) : Preparation.withOwnClaims(asked);
    Topics topics = settings.topics();
    Preparation.requireTopics(
        settings,
        List.of(topics.analyses() ? topics.articles() : topics.claims(), topics.ticks()),
        "ingest writes it");
    ReplayReport report = new ReplayReport(console, output.isJson());
    // Of articles, all claims that are found in them are read.
    Replay replay =
        new Replay(settings, topics.analyses() ? ReplayRange.ALL : range, console::progress);
    if (dryRun.isGiven()) {
      if (topics.analyses()) {
        report.plannedAnalysis(topics, GenerationAnalysis.left(settings, range), !range.isAll());
      } else {
        report.planned(topics, replay.left(), !range.isAll());
      }
      return 0;
    }
    boolean isNew = !ReplayedGeneration.isThere(settings);
    Preparation.ensureTopics(settings, Routes.NONE);
    Generations generations = ReplayedGeneration.pointers(settings);
    if (isNew) {
      // Of one with this name that was dropped and whose removal was broken off.
      generations.forget(topics.generation());
    }
    // Before anything is read: what is not marked may be promoted.
    generations.markUnfinished(topics.generation());
    if (!range.isAll()) {
      generations.markPartial(topics.generation());
    }
    ClaimCoder coder = new LexiconClaimCoder(LexiconOption.lexicon(configuration));
    Path state = Path.of(configuration.text(Setting.STATE_FOLDER)).toAbsolutePath();
    try (Closing closing = new Closing()) {
      if (topics.analyses()) {
        analyse(settings, state, range);
      }
      Map<String, Object> streamsSettings =
          settings.clientsWith(StreamsConfig.STATE_DIR_CONFIG, state.toString());
      // It ends and does not come back: a static member would stay in the group.
      streamsSettings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
      streamsSettings.putAll(replay.prepare());
      TensionStreams streams =
          closing.add(
              new TensionStreams(
                  streamsSettings,
                  topics,
                  rate == null ? coder : new ThrottledCoder(coder, rate),
                  TensionOption.tension(configuration),
                  PairStageSettings.defaults()));
      streams.start();
      console.progress("Replaying as " + topics.generation() + "; Ctrl-C interrupts it.");
      replay.await(streams);
    }
    generations.markFinished(topics.generation());
    report.replayed(topics, topics.analyses() ? UnanalysedArticles.count(settings) : 0);
    return 0;
  }

  /** Analyses the articles of the range that are there, and lets go of the models. */
  private void analyse(Settings settings, Path state, ReplayRange range)
      throws InterruptedException {
    Memory.require();
    try (GenerationAnalysis analysis =
        GenerationAnalysis.start(
            settings,
            Analysis.splitter(console::progress),
            GenerationAnalysis.instance(state),
            rate == null ? OptionalInt.empty() : OptionalInt.of(rate),
            range)) {
      console.progress(
          "Analysing the articles as "
              + settings.topics().generation()
              + "; Ctrl-C interrupts it.");
      analysis.await(console::progress);
    }
  }

  /**
   * The settings of a generation with claims of its own.
   *
   * @throws UserError if it stands already and reads the claims of the ingest
   */
  private static Settings ofArticles(Settings settings) {
    Settings own = Preparation.withOwnClaims(settings);
    if (own.topics().analyses()) {
      return own;
    }
    if (ReplayedGeneration.isThere(settings)) {
      throw UserError.environment(
          settings.topics().generation()
              + " has replayed claims of the ingest; drop it first, or name another generation",
          null);
    }
    return settings.with(settings.topics().analysing());
  }
}
