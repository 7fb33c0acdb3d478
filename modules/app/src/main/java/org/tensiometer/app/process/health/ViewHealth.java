package org.tensiometer.app.process.health;

import java.util.Optional;
import java.util.function.Supplier;
import org.tensiometer.metrics.Health;
import org.tensiometer.view.View;

/** How the live view is. It waits for all that it needs; it is ready when it shows all there is. */
public final class ViewHealth implements Health {

  private final Supplier<Optional<View>> view;

  /**
   * @param view the one at work now; empty while none is
   */
  public ViewHealth(Supplier<Optional<View>> view) {
    this.view = view;
  }

  @Override
  public Report live() {
    return Report.good("running");
  }

  @Override
  public Report ready() {
    return view.get()
        .map(now -> now.isLive() ? Report.good("ready") : Report.bad(now.message()))
        .orElseGet(() -> Report.bad("starting"));
  }
}
