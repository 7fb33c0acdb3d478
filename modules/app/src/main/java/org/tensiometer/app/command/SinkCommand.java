package org.tensiometer.app.command;

import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
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
    String name = configuration.text(Setting.SINK_INSTANCE);
    return run(
        ConnectionOptions.settings(configuration),
        routes,
        live -> {
          AlertSink.handOver(live.topics(), routes, name, live.clients());
          return AlertSink.create(live.topics(), routes, name, live.clients());
        });
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
    String name = configuration.text(Setting.SINK_INSTANCE);
    return run(
        ConnectionOptions.settings(configuration),
        Routes.NONE,
        live -> {
          IndicatorSink.handOver(live.topics(), name, live.clients());
          return IndicatorSink.create(live.topics(), name, live.clients());
        });
  }

  private static final long HEALTH_MILLIS = 500;
  private static final int LOOKS_AT_HEALTH = 6;

  private static final String INSTANCE =
      "Tells processes of one sink apart, the same after a restart. Default: 0.";

  private static Settings live(Settings settings, Routes routes) {
    Preparation.ensureTopics(settings, routes);
    Settings live = Preparation.live(settings);
    Preparation.ensureTopics(live, routes);
    return live;
  }

  /** Runs the sink on the live generation, and on the next one after a promotion. */
  private int run(
      Settings configured, Routes routes, Function<Settings, TransactionalForwarder<?>> ready)
      throws InterruptedException {
    try (Shutdown shutdown = Shutdown.ofThisThread()) {
      while (true) {
        Settings live = live(configured, routes);
        TransactionalForwarder<?> forwarder = ready.apply(live);
        try (Sink sink = Sink.start("sink", forwarder)) {
          console.progress(
              "The sink works on generation " + live.topics().generation() + "; Ctrl-C ends it.");
          awaitPromotion(sink, live);
        }
      }
    }
  }

  private static void awaitPromotion(Sink sink, Settings live) throws InterruptedException {
    do {
      for (int look = 0; look < LOOKS_AT_HEALTH; look++) {
        Thread.sleep(HEALTH_MILLIS);
        sink.failure()
            .ifPresent(
                fault -> {
                  throw UserError.environment("the sink has stopped: " + fault, fault);
                });
      }
    } while (isLive(live));
  }

  /** A broker that does not answer has promoted nothing that could be followed. */
  private static boolean isLive(Settings settings) {
    try {
      return Preparation.live(settings)
          .topics()
          .generation()
          .equals(settings.topics().generation());
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      return true;
    }
  }
}
