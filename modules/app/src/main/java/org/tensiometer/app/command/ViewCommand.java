package org.tensiometer.app.command;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.LiveGeneration;
import org.tensiometer.app.process.ProcessMeters;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.process.health.ViewHealth;
import org.tensiometer.view.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the live view of an existing cluster. */
@Command(
    name = "view",
    mixinStandardHelpOptions = true,
    description = {
      "Serve a web page with all pairs, their days, claims and alerts as they come.",
      "It only reads the topics of results, and waits for those that are not there yet."
    },
    footer = {"", "Example:", "  tensiometer view --bootstrap-server 127.0.0.1:9092"})
public final class ViewCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private ViewOptions options;
  @Mixin private MetricsOptions metrics;

  public ViewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = connection.configuration();
    Settings settings = ConnectionOptions.settings(configuration);
    boolean follows = !configuration.isSet(Setting.GENERATION);
    try (Shutdown shutdown = Shutdown.ofThisThread();
        Closing closing = new Closing()) {
      AtomicReference<View> working = new AtomicReference<>();
      Optional<ProcessMeters> meters =
          MetricsOptions.start(
              configuration,
              new ViewHealth(() -> Optional.ofNullable(working.get())),
              closing,
              console);
      Optional<Integer> port = Optional.empty();
      while (true) {
        Settings live = follows ? LiveGeneration.ofOrNone(settings) : settings;
        try (View view = ViewOptions.start(configuration, port, live, console)) {
          working.set(view);
          meters.ifPresent(metered -> metered.watch(view));
          console.progress("Live view at " + view.url() + "; Ctrl-C ends it.");
          if (follows) {
            LiveGeneration.awaitPromotion(live, () -> {});
          } else {
            new CountDownLatch(1).await();
          }
          // The address stays the same for those who look at it.
          port = Optional.of(URI.create(view.url()).getPort());
        }
      }
    }
  }
}
