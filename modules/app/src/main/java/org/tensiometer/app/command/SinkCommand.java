package org.tensiometer.app.command;

import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.process.Sink;
import org.tensiometer.sink.alerts.AlertSink;
import org.tensiometer.sink.alerts.Routes;
import org.tensiometer.sink.indicators.IndicatorSink;
import org.tensiometer.wire.TransactionalForwarder;
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
      @Option(names = "--instance", paramLabel = "NAME", description = INSTANCE) String instance)
      throws InterruptedException {
    Configuration configuration = connection.configuration();
    Routes routes = RoutesOption.routes(configuration);
    Settings settings = live(ConnectionOptions.settings(configuration), routes);
    return run(
        AlertSink.name(settings.topics()),
        AlertSink.create(
            settings.topics(),
            routes,
            configuration.text(Setting.SINK_INSTANCE),
            settings.clients()));
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
      @Option(names = "--instance", paramLabel = "NAME", description = INSTANCE) String instance)
      throws InterruptedException {
    Configuration configuration = connection.configuration();
    Settings settings = live(ConnectionOptions.settings(configuration), Routes.NONE);
    return run(
        IndicatorSink.name(settings.topics()),
        IndicatorSink.create(
            settings.topics(), configuration.text(Setting.SINK_INSTANCE), settings.clients()));
  }

  private static final String INSTANCE =
      "Tells processes of one sink apart, the same after a restart. Default: 0.";

  private static Settings live(Settings settings, Routes routes) {
    Preparation.ensureTopics(settings, routes);
    Settings live = Preparation.live(settings);
    Preparation.ensureTopics(live, routes);
    return live;
  }

  private int run(String name, TransactionalForwarder<?> forwarder) throws InterruptedException {
    try (Shutdown shutdown = Shutdown.ofThisThread();
        Sink sink = Sink.start(name, forwarder)) {
      console.progress("The sink " + name + " works; Ctrl-C ends it.");
      sink.join();
      Throwable fault = sink.failure().orElse(null);
      throw UserError.environment("the sink has stopped: " + fault, fault);
    }
  }
}
