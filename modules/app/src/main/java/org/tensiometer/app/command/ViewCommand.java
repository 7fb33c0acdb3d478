package org.tensiometer.app.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tensiometer.app.Console;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.process.Shutdown;
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

  public ViewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Configuration configuration = connection.configuration();
    try (Shutdown shutdown = Shutdown.ofThisThread();
        View view =
            ViewOptions.start(configuration, ConnectionOptions.settings(configuration), console)) {
      console.progress("Live view at " + view.url() + "; Ctrl-C ends it.");
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      return 0;
    }
    return 0;
  }
}
