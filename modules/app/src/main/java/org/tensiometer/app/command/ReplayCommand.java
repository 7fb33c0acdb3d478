package org.tensiometer.app.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
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
import org.tensiometer.app.report.DiffReport;
import org.tensiometer.app.report.ReplayReport;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.contracts.GenerationPointer;
import org.tensiometer.operations.generations.Comparison;
import org.tensiometer.operations.generations.GenerationDiff;
import org.tensiometer.operations.generations.Removal;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.topology.TensionStreams;
import org.tensiometer.topology.pair.PairStageSettings;
import org.tensiometer.wire.generations.Generations;
import org.tensiometer.wire.topics.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays claims as a new generation beside the live one, and puts it in its place. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "start|diff|promote|rollback|drop",
    description = {
      "Code all claims again, with another lexicon or version, or analyse all articles again with",
      "another version, as a new generation beside the live one; compare the two; put the new one",
      "in the place of the live one (docs/operations.md)."
    },
    footer = {
      "",
      "Example:",
      "  tensiometer replay start --generation g2 --state-dir replay-state --rate 500"
    })
public final class ReplayCommand {

  private static final String DRY_RUN = "Say what would be done, and do nothing.";

  private final Console console;

  public ReplayCommand(Console console) {
    this.console = console;
  }

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
  int start(
      @Mixin ConnectionOptions connection,
      @Mixin LexiconOption lexicon,
      @Mixin TensionOption tension,
      @Option(names = "--state-dir", paramLabel = "DIR", description = "Local state of the replay.")
          String stateFolder,
      @Option(
              names = "--rate",
              paramLabel = "N",
              description =
                  "At most so many claims, and articles, a second. Default: as fast as it goes.")
          Integer rate,
      @Option(
              names = "--articles",
              description = {
                "Analyse all articles again, with the language analysis of this version, and code the",
                "claims that it finds."
              })
          boolean articles,
      @Mixin ReplayRangeOptions part,
      @Mixin OutputOption output,
      @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun)
      throws InterruptedException {
    if (rate != null && rate < 1) {
      throw UserError.environment("--rate needs at least 1, not " + rate, null);
    }
    Configuration configuration = connection.configuration();
    ReplayRange range = part.range();
    Settings asked = ConnectionOptions.settings(configuration);
    Preparation.ensureTopics(live(asked), Routes.NONE);
    requireNotLive(asked);
    Settings settings = articles ? ofArticles(asked) : Preparation.withOwnClaims(asked);
    Topics topics = settings.topics();
    if (topics.analyses() && !range.isAll()) {
      throw UserError.environment(
          "--from and --to choose claims; a replay of articles takes them all", null);
    }
    ReplayReport report = new ReplayReport(console, output.isJson());
    Replay replay = new Replay(settings, range, console::progress);
    if (dryRun) {
      if (topics.analyses()) {
        report.planned(topics, GenerationAnalysis.left(settings));
      } else {
        report.planned(topics, replay.left(), !range.isAll());
      }
      return 0;
    }
    Preparation.ensureTopics(settings, Routes.NONE);
    ClaimCoder coder = new LexiconClaimCoder(LexiconOption.lexicon(configuration));
    Path state = Path.of(configuration.text(Setting.STATE_FOLDER)).toAbsolutePath();
    try (Shutdown shutdown = Shutdown.ofJob();
        Closing closing = new Closing()) {
      if (topics.analyses()) {
        analyse(settings, state, rate);
      }
      Map<String, Object> streamsSettings =
          settings.clientsWith(StreamsConfig.STATE_DIR_CONFIG, state.toString());
      streamsSettings.putAll(replay.prepare());
      if (!range.isAll()) {
        generations(settings).markPartial(topics.generation());
      }
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
    report.replayed(topics, topics.analyses() ? UnanalysedArticles.count(settings) : 0);
    return 0;
  }

  /** Analyses the articles that are there, and lets go of the models. */
  private void analyse(Settings settings, Path state, Integer rate) throws InterruptedException {
    Memory.require();
    try (GenerationAnalysis analysis =
        GenerationAnalysis.start(
            settings,
            Analysis.splitter(console::progress),
            GenerationAnalysis.instance(state),
            rate == null ? OptionalInt.empty() : OptionalInt.of(rate))) {
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
    if (isThere(settings)) {
      throw UserError.environment(
          settings.topics().generation()
              + " has replayed claims of the ingest; drop it first, or name another generation",
          null);
    }
    return settings.with(settings.topics().analysing());
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = {
        "Compare the last records of each pair and day of the live generation and the one named,",
        "and say what changed and why."
      },
      footer = {"", "Example:", "  tensiometer replay diff --generation g2"})
  int diff(
      @Mixin ConnectionOptions connection,
      @Mixin OutputOption output,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "40",
              description = "Rows shown, largest changes first. Default: ${DEFAULT-VALUE}.")
          int limit) {
    Settings settings = replayed(connection);
    GenerationDiff diff =
        new Comparison(settings.clients(), live(settings).topics(), settings.topics())
            .diff(generations(settings).isPartial(settings.topics().generation()));
    DiffReport report = new DiffReport(console);
    if (output.isJson()) {
      report.json(diff);
    } else {
      report.text(diff, limit);
    }
    return 0;
  }

  @Command(
      name = "promote",
      mixinStandardHelpOptions = true,
      description = {
        "Make the generation named the live one. Sinks that run go over to it and publish only",
        "what differs."
      },
      footer = {"", "Example:", "  tensiometer replay promote --generation g2 --dry-run"})
  int promote(
      @Mixin ConnectionOptions connection,
      @Mixin OutputOption output,
      @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun,
      @Option(names = "--force", description = "Even if it has not read everything yet.")
          boolean force)
      throws InterruptedException {
    Settings settings = replayed(connection);
    String generation = settings.topics().generation();
    long left = new Replay(settings, console::progress).left();
    if (left > 0 && !force && !dryRun) {
      throw UserError.environment(
          String.format(
              "%s has %,d records to read before it says what the live one says; replay start"
                  + " --generation %s goes on, --force promotes it as it is",
              generation, left, generation),
          null);
    }
    String before = live(settings).topics().generation();
    Generations generations = generations(settings);
    if (generations.isPartial(generation) && !force && !dryRun) {
      throw UserError.environment(
          generation
              + " has read only a part of the claims and would withdraw all that follows from the"
              + " others; replay everything as another generation, or promote it with --force",
          null);
    }
    if (!dryRun) {
      generations.liveOrFirst(before);
      generations.promote(generation);
    }
    new ReplayReport(console, output.isJson()).live(generation, before, left, dryRun);
    return 0;
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Make the generation live that was so before the last promotion.",
      footer = {"", "Example:", "  tensiometer replay rollback --dry-run"})
  int rollback(
      @Mixin ConnectionOptions connection,
      @Mixin OutputOption output,
      @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun) {
    Settings settings = connection.settings();
    Preparation.ensureTopics(live(settings), Routes.NONE);
    Generations generations = generations(settings);
    GenerationPointer pointer =
        generations.live().filter(live -> live.getPrevious() != null).orElse(null);
    if (pointer == null) {
      if (dryRun) {
        console.out().println("No generation was promoted, so there is none to go back to.");
        return 0;
      }
      throw UserError.environment(
          "no generation was promoted, so there is none to go back to", null);
    }
    Settings previous = settings.ofGeneration(pointer.getPrevious());
    requireThere(previous);
    if (!dryRun) {
      generations.promote(pointer.getPrevious());
    }
    new ReplayReport(console, output.isJson())
        .live(pointer.getPrevious(), pointer.getGeneration(), 0, dryRun);
    return 0;
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = {
        "Delete the topics and offsets of a generation that is not live. Its local state is the",
        "folder of its application id in the state folder."
      },
      footer = {"", "Example:", "  tensiometer replay drop --generation g2 --dry-run"})
  int drop(
      @Mixin ConnectionOptions connection,
      @Mixin OutputOption output,
      @Option(names = "--dry-run", description = DRY_RUN) boolean dryRun) {
    Settings settings = replayed(connection);
    Removal removal = Removal.ofAll(settings.clients(), settings.topics());
    new ReplayReport(console, output.isJson())
        .dropped(
            settings.topics().generation(), dryRun ? removal.plan() : removal.remove(), dryRun);
    if (!dryRun) {
      generations(settings).forget(settings.topics().generation());
    }
    return 0;
  }

  /** The settings of a generation that is there and not live. */
  private Settings replayed(ConnectionOptions connection) {
    Settings settings = connection.settings();
    Preparation.ensureTopics(live(settings), Routes.NONE);
    requireNotLive(settings);
    requireThere(settings);
    return Preparation.withOwnClaims(settings);
  }

  private void requireNotLive(Settings settings) {
    String generation = settings.topics().generation();
    if (live(settings).topics().generation().equals(generation)) {
      throw UserError.environment(
          generation + " is the live generation; name another, for instance --generation g2", null);
    }
  }

  private static void requireThere(Settings settings) {
    if (!isThere(settings)) {
      throw UserError.environment(
          "there is no generation "
              + settings.topics().generation()
              + "; replay start --generation NAME makes one",
          null);
    }
  }

  private static boolean isThere(Settings settings) {
    return !Removal.ofAll(settings.clients(), settings.topics()).plan().isEmpty();
  }

  /** The generation that is live, or would be the first to be. */
  private static Settings live(Settings settings) {
    return settings.ofGeneration(
        Preparation.liveGeneration(settings).orElse(Topics.DEFAULT_GENERATION));
  }

  private static Generations generations(Settings settings) {
    return new Generations(settings.clients(), settings.topics().generations(), Clock.systemUTC());
  }
}
