package org.tensiometer.app.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tensiometer.app.Settings;
import org.tensiometer.app.UserError;
import org.tensiometer.app.process.health.ClusterWatch;
import org.tensiometer.app.process.health.SinkHealth;
import org.tensiometer.metrics.Health;
import org.tensiometer.sink.alerts.Routes;

/** Both sinks of one process, on the same generation. */
final class BothSinks implements AutoCloseable {

  private static final String INSTANCE = "0";
  private static final int COUNT = 2;

  private final Routes routes;

  /** Those at work; none while they go over. */
  private volatile List<Sink> working = List.of();

  private volatile Optional<ProcessMeters> meters = Optional.empty();

  BothSinks(Routes routes) {
    this.routes = routes;
  }

  /** Has them work on the generation of these settings, from now on and on no other. */
  void workOn(Settings live) {
    close();
    Sink alerts = LiveSinks.alerts(live, routes, INSTANCE);
    working = List.of(alerts);
    working = List.of(alerts, LiveSinks.indicators(live, INSTANCE));
    meters.ifPresent(metered -> working.forEach(metered::watch));
  }

  void meter(ProcessMeters metered) {
    meters = Optional.of(metered);
    working.forEach(metered::watch);
  }

  List<Sink> working() {
    return working;
  }

  /** How they are; never waits. */
  Health health(ClusterWatch cluster) {
    return Health.of(
        IntStream.range(0, COUNT)
            .mapToObj(i -> new SinkHealth(() -> working.stream().skip(i).findFirst(), cluster))
            .toList());
  }

  /**
   * @throws UserError if one of them has stopped, with what stopped it
   */
  void checkHealth() {
    working.forEach(sink -> UserError.requireAtWork("a sink", sink.failure()));
  }

  @Override
  public void close() {
    List<Sink> before = working;
    working = List.of();
    before.forEach(Sink::close);
  }
}
