package org.tensiometer.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.process.Closing;
import org.tensiometer.app.process.LiveClock;
import org.tensiometer.app.process.Preparation;
import org.tensiometer.app.process.Shutdown;
import org.tensiometer.app.process.health.ClusterWatch;
import org.tensiometer.app.process.health.InputHealth;
import org.tensiometer.ingest.IngestConnection;
import org.tensiometer.ingest.IngestStoppedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The one clock of a feed of live news whose parts run apart. */
@Command(
    name = "clock",
    mixinStandardHelpOptions = true,
    description = {
      "Tell the topology the time of this machine, so that days close while no news comes.",
      "For live news only: after an archive is ingested, its own dates are the time. One clock is",
      "enough; a second one takes over."
    },
    footer = {"", "Example:", "  tensiometer clock --bootstrap-server localhost:9092"})
public final class ClockCommand implements Callable<Integer> {

  private static final long LOOK_MILLIS = 1000;

  private final Console console;

  @Mixin private ConnectionOptions connection;
  @Mixin private MetricsOptions metrics;

  public ClockCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration = connection.configuration();
    Settings settings = ConnectionOptions.settings(configuration);
    try (Shutdown shutdown = Shutdown.ofThisThread();
        Closing closing = new Closing()) {
      Preparation.ensureTopics(settings, List.of(settings.topics().ticks()));
      ClusterWatch cluster =
          closing.add(ClusterWatch.start(settings, List.of(settings.topics().ticks())));
      MetricsOptions.start(configuration, new InputHealth(cluster), closing, console);
      IngestConnection kafka =
          closing.add(IngestConnection.openClock(settings.clients(), settings.topics()));
      LiveClock clock = new LiveClock(kafka, LocalDate.now(ZoneOffset.UTC), console::progress);
      console.progress("The clock goes; Ctrl-C ends it.");
      while (true) {
        clock.look();
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (IngestStoppedException e) {
      throw UserError.environment(e.getMessage(), e);
    }
  }
}
