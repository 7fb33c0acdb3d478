package org.tensiometer.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tensiometer.app.Analysis;
import org.tensiometer.app.Console;
import org.tensiometer.app.Logging;
import org.tensiometer.app.Memory;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.process.BrokerWatch;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.DataFolder;
import org.tensiometer.app.process.FileIngest;
import org.tensiometer.app.process.LiveClock;
import org.tensiometer.app.process.LiveGeneration;
import org.tensiometer.app.process.LivePipeline;
import org.tensiometer.app.process.PeakMemory;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.ProcessMeters;
import org.tensiometer.app.process.Results;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.report.RunCost;
import org.tensiometer.app.report.RunJson;
import org.tensiometer.app.report.RunOutcome;
import org.tensiometer.app.report.RunReport;
import org.tensiometer.claims.ClaimSplitter;
import org.tensiometer.coding.ClaimCoder;
import org.tensiometer.coding.LexiconClaimCoder;
import org.tensiometer.contracts.Tick;
import org.tensiometer.embedded.EmbeddedStack;
import org.tensiometer.embedded.EmbeddedStartException;
import org.tensiometer.embedded.Ports;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.ingest.IngestReport;
import org.tensiometer.ingest.source.ArticleReader;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.tension.config.TensionConfig;
import org.tensiometer.wire.topics.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole on one machine: Kafka, registry, ingest, topology and sinks in one process. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Run everything in this process, with a Kafka of its own, and show what articles say.",
      "Without files it takes the sample articles that come with it, on events of 2018 and 2019."
    },
    footer = {
      "",
      "Example:",
      "  tensiometer run",
      "  tensiometer run --data my-news --published 2024-06-22 --outlet \"My Paper\" my-article.txt",
      "  tensiometer run --once --output json news.jsonl.gz"
    })
public final class RunCommand implements Callable<Integer> {

  private static final String SAMPLES = "/org/tensiometer/app/samples.jsonl";
  private static final String INGEST = "files";

  /** The broker in this process ends last and in order. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Not the one of the records, which would load Avro and the log before every command. */
  private enum DayClock {
    WALL,
    DATA
  }

  private final Console console;

  @Mixin private RunOptions options;
  @Mixin private InputOptions input;
  @Mixin private RoutesOption routing;
  @Mixin private TensionOption tensionOption;
  @Mixin private LexiconOption lexiconOption;
  @Mixin private OutputOption output;
  @Mixin private ViewOptions viewing;
  @Mixin private MetricsOptions metrics;

  @Option(
      names = "--once",
      description = "End when everything is published; else stay until Ctrl-C.")
  private boolean once;

  @Option(
      names = "--clock",
      paramLabel = "CLOCK",
      description =
          "What closes days after the input has ended: WALL, the clock of this machine; DATA, only"
              + " the dates of articles. Default: WALL if the newest article is of the last two"
              + " days.")
  private DayClock clock;

  public RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Configuration configuration = options.configuration();
    Routes routes = RoutesOption.routes(configuration);
    TensionConfig tension = TensionOption.tension(configuration);
    ClaimCoder coder = new LexiconClaimCoder(LexiconOption.lexicon(configuration));
    Topics topics = TopicNames.of(configuration);
    Ports ports = RunOptions.ports(configuration, once ? Ports.FREE : Ports.CUSTOMARY);
    Path data = RunOptions.data(configuration);
    requireInput();
    Memory.require();
    DataFolder.require(data);
    Logging.toFolder(data);
    try (Shutdown shutdown = once ? Shutdown.ofJob(PATIENCE) : Shutdown.ofThisThread(PATIENCE);
        Closing closing = new Closing()) {
      run(configuration, coder, ports, topics, tension, routes, closing);
      if (once) {
        console.progress("Everything is kept in " + data + "; --help of explain shows what next.");
      }
      return 0;
    } catch (InterruptedException e) {
      return Shutdown.exitCode();
    } catch (EmbeddedStartException e) {
      // A folder that has become full is the likelier reason than what the broker says.
      DataFolder.require(data);
      throw UserError.environment(e.getMessage(), e);
    }
  }

  private void run(
      Configuration configuration,
      ClaimCoder coder,
      Ports ports,
      Topics topics,
      TensionConfig tension,
      Routes routes,
      Closing closing)
      throws InterruptedException {
    Path data = RunOptions.data(configuration);
    console.progress("Starting Kafka and the schema registry on " + data + " ...");
    EmbeddedStack stack = closing.add(EmbeddedStack.start(data, ports));
    BrokerWatch.start(stack, data, console);
    Settings first = new Settings(stack.bootstrapServers(), stack.registryUrl(), topics, Map.of());
    Preparation.ensureTopics(first, routes);
    Settings settings = Preparation.withOwnClaims(Preparation.live(first));
    ClaimSplitter splitter =
        settings.topics().analyses()
            ? Analysis.splitter(console::progress)
            : Analysis.lazySplitter(console::progress);
    LivePipeline pipeline =
        closing.add(
            LivePipeline.start(
                settings,
                data.resolve("streams").toAbsolutePath(),
                splitter,
                coder,
                tension,
                routes));
    Optional<ProcessMeters> meters =
        MetricsOptions.start(configuration, pipeline.health(), closing, console);
    meters.ifPresent(pipeline::meter);
    LiveView view = closing.add(new LiveView(configuration, console));
    meters.ifPresent(view::meter);
    if (!once) {
      console.progress("Live view at " + view.show(settings).url());
    }
    IngestConnection connection =
        closing.add(IngestConnection.open(settings.clients(), settings.topics(), INGEST));
    Instant began = Instant.now();
    IngestReport ingested = ingest(connection, splitter);
    pipeline.awaitRunning();
    pipeline.awaitSettled(() -> ingested.tick().ifPresent(connection::tell));
    RunCost cost =
        new RunCost(
            ingested.articles(), Duration.between(began, Instant.now()), PeakMemory.bytes());
    report(new Results(settings).of(ingested.articleIds()), cost);
    if (!once) {
      tellHowToSubscribe(settings);
      Runnable clock = clock(ingested, connection);
      LiveGeneration.follow(
          settings,
          () -> {
            pipeline.checkHealth();
            clock.run();
          },
          live -> {
            Preparation.ensureTopics(live, routes);
            pipeline.follow(live);
            view.show(live);
            console.progress(
                "Sinks and view go on with generation "
                    + live.topics().generation()
                    + ", the topology with "
                    + settings.topics().generation()
                    + ".");
          });
    }
  }

  private Runnable clock(IngestReport ingested, IngestConnection connection) {
    if (ingested.tick().isEmpty()) {
      return () -> {};
    }
    Tick end = ingested.tick().get();
    boolean wall = clock == null ? LiveClock.isNews(end) : clock == DayClock.WALL;
    if (!wall) {
      return () -> {};
    }
    return new LiveClock(connection, end.getFeedStart(), console::progress)::look;
  }

  private void report(RunOutcome outcome, RunCost cost) {
    if (output.isJson()) {
      console.out().println(new RunJson(outcome, cost).line());
      console.out().flush();
    } else {
      new RunReport(console.out(), console.screen()).print(outcome);
    }
    console.progress(cost.sentence());
  }

  private IngestReport ingest(IngestConnection connection, ClaimSplitter splitter) {
    FileIngest ingest = new FileIngest(console, connection, splitter);
    if (input.files().isPresent()) {
      return ingest.run(input.reader(console.in()), input.files().get());
    }
    try (InputStream samples = RunCommand.class.getResourceAsStream(SAMPLES)) {
      return ingest.run(input.reader(samples), List.of(ArticleReader.STANDARD_INPUT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tellHowToSubscribe(Settings settings) {
    Topics topics = settings.topics();
    console.progress("");
    console.progress(
        "Kafka is at "
            + settings.bootstrapServers()
            + ", the schema registry at "
            + settings.registryUrl()
            + "; Ctrl-C ends it.");
    console.progress(
        "Subscribe to "
            + topics.liveAlerts().name()
            + ", "
            + topics.indicatorsLatest().name()
            + " or "
            + topics.indicatorsSeries().name()
            + ".");
    console.progress(
        "In another terminal: ./tensiometer watch --bootstrap-server "
            + settings.bootstrapServers()
            + " --schema-registry "
            + settings.registryUrl());
  }

  private void requireInput() {
    if (input.files().isEmpty()) {
      console.progress("No files given: taking the sample articles that come with it.");
      return;
    }
    input.requireAny(input.files().get(), console::progress);
  }
}
