package org.tensiometer.app.command;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.LiveGeneration;
import org.tensiometer.app.process.LiveSinks;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.ProcessMeters;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.process.Sink;
import org.tensiometer.app.process.health.ClusterWatch;
import org.tensiometer.app.process.health.SinkHealth;
import org.tensiometer.sink.alerts.Routes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one sink. */
@Command(
    name = "sink",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "alerts|indicators",
    description = "Bring results to the topics that others subscribe to.",
    footer = {
      "",
      "Example:",
      "  tensiometer sink alerts --bootstrap-server localhost:9092 --routes routes.json"
    })
public final class SinkCommand {

  private final Console console;

  public SinkCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "alerts",
      mixinStandardHelpOptions = true,
      description = "Alerts to tensiometer.live-alerts and to each route.",
      footer = {"", "Example:", "  tensiometer sink alerts --routes routes.json"})
  int alerts(
      @Mixin ConnectionOptions connection,
      @Mixin RoutesOption routing,
      @Mixin MetricsOptions metrics,
      @Option(names = "--instance", paramLabel = "NAME", description = INSTANCE) String instance)
      throws InterruptedException {
    Configuration configuration = connection.configuration();
    Routes routes = RoutesOption.routes(configuration);
    String name = configuration.text(Setting.SINK_INSTANCE);
    return run(configuration, routes, live -> LiveSinks.alerts(live, routes, name));
  }

  @Command(
      name = "indicators",
      mixinStandardHelpOptions = true,
      description = "Indicators to tensiometer.indicators-latest and -series.",
      footer = {
        "",
        "Example:",
        "  tensiometer sink indicators --schema-registry http://localhost:8081"
      })
  int indicators(
      @Mixin ConnectionOptions connection,
      @Mixin MetricsOptions metrics,
      @Option(names = "--instance", paramLabel = "NAME", description = INSTANCE) String instance)
      throws InterruptedException {
    Configuration configuration = connection.configuration();
    String name = configuration.text(Setting.SINK_INSTANCE);
    return run(configuration, Routes.NONE, live -> LiveSinks.indicators(live, name));
  }

  private static final String INSTANCE =
      "Tells processes of one sink apart, the same after a restart. Default: 0.";

  private static Settings live(Settings settings, Routes routes) {
    // Not those of the generation configured, which may have been dropped.
    Preparation.ensureTopics(settings, settings.topics().shared());
    Settings live = Preparation.live(settings);
    Preparation.ensureTopics(live, routes);
    return live;
  }

  /** Runs the sink on the live generation, and on the next one after a promotion. */
  private int run(Configuration configuration, Routes routes, Function<Settings, Sink> start)
      throws InterruptedException {
    Settings configured = ConnectionOptions.settings(configuration);
    try (Shutdown shutdown = Shutdown.ofThisThread();
        Closing closing = new Closing()) {
      AtomicReference<Sink> working = new AtomicReference<>();
      Settings first = live(configured, routes);
      ClusterWatch cluster = closing.add(ClusterWatch.start(first, first.topics().ofSinks()));
      Optional<ProcessMeters> meters =
          MetricsOptions.start(
              configuration,
              new SinkHealth(() -> Optional.ofNullable(working.get()), cluster),
              closing,
              console);
      while (true) {
        Settings live = live(configured, routes);
        try (Sink sink = start.apply(live)) {
          working.set(sink);
          meters.ifPresent(metered -> metered.watch(sink));
          console.progress(
              "The sink works on generation " + live.topics().generation() + "; Ctrl-C ends it.");
          LiveGeneration.awaitPromotion(live, () -> requireHealthy(sink));
        } finally {
          working.set(null);
        }
      }
    }
  }

  private static void requireHealthy(Sink sink) {
    UserError.requireAtWork("the sink", sink.failure());
  }
}
