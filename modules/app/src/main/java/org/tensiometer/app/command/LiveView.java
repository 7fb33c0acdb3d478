package org.tensiometer.app.command;

import java.net.URI;
import java.util.Optional;
import org.tensiometer.app.Console;
import org.tensiometer.app.Settings;
import org.tensiometer.app.configuration.Configuration;
import org.tensiometer.app.process.ProcessMeters;
import org.tensiometer.view.View;

/** The live view of a process, which keeps its address when it goes over to another generation. */
final class LiveView implements AutoCloseable {

  private final Configuration configuration;
  private final Console console;
  private Optional<ProcessMeters> meters = Optional.empty();
  private volatile View working;
  private Optional<Integer> port = Optional.empty();

  LiveView(Configuration configuration, Console console) {
    this.configuration = configuration;
    this.console = console;
  }

  /** Shows the generation of these settings, and no longer the one before. */
  View show(Settings settings) {
    close();
    View view = ViewOptions.start(configuration, port, settings, console);
    port = Optional.of(URI.create(view.url()).getPort());
    working = view;
    meters.ifPresent(metered -> metered.watch(view));
    return view;
  }

  /** Has what is shown from now on metered. */
  void meter(ProcessMeters metered) {
    meters = Optional.of(metered);
  }

  /** The one at work now; empty while none is. */
  Optional<View> working() {
    return Optional.ofNullable(working);
  }

  @Override
  public void close() {
    View before = working;
    working = null;
    if (before != null) {
      before.close();
    }
  }
}
