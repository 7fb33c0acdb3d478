package org.tensiometer.app.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.configuration.Setting;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.LiveGeneration;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.process.health.ViewHealth;
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
      LiveView view = closing.add(new LiveView(configuration, console));
      MetricsOptions.start(configuration, new ViewHealth(view::working), closing, console)
          .ifPresent(view::meter);
      while (true) {
        Settings live = follows ? LiveGeneration.ofOrNone(settings) : settings;
        console.progress("Live view at " + view.show(live).url() + "; Ctrl-C ends it.");
        if (follows) {
          LiveGeneration.awaitPromotion(live, () -> {});
        } else {
          new CountDownLatch(1).await();
        }
      }
    }
  }
}
