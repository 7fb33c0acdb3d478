package org.tensiometer.acceptance.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.FaultProxy;
import org.tensiometer.testkit.ProxiedBroker;
import org.tensiometer.testkit.TestCluster;

/**
 *
 *
 * <pre>
 * network    good ... 200 ms ... resets ... half open ... 64 KB/s ... good
 * stream-0   read ......................................................
 * </pre>
 */
@Tag("full")
class NetworkFaultsIT {

  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final long SLOW = 64 * 1024;

  private final int claims = FaultSize.of("network.claims", 4_000, 20_000);
  private final int resets = FaultSize.of("network.resets", 3, 20);

  @TempDir private Path folder;

  @Test
  void shouldAnswerAsTheLedgerDemandsOverABadNetwork() throws Exception {
    AtomicReference<ProxiedBroker> broker = new AtomicReference<>();
    TestCluster cluster =
        TestCluster.start(
            data -> {
              broker.set(ProxiedBroker.start(data));
              return broker.get();
            });
    FaultProxy proxy = broker.get().proxy();
    int portion = claims / 5;
    try (Installation installation =
            new Installation(cluster, folder).reachedBy(broker.get().proxiedServers());
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      fleet.start(0);
      atWork(run, fleet, portion, () -> proxy.setLatency(LATENCY));
      run.send(portion);
      fleet.awaitRead();
      proxy.setLatency(Duration.ZERO);

      for (int reset = 0; reset < resets; reset++) {
        atWork(run, fleet, portion, proxy::reset);
      }
      fleet.awaitRead();

      atWork(run, fleet, portion, proxy::leaveHalfOpen);
      fleet.awaitRead();

      atWork(run, fleet, portion, () -> proxy.setBytesPerSecond(SLOW));
      run.send(portion);
      fleet.awaitRead();
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  /** The network gets worse in the middle of the work. */
  private static void atWork(
      LedgerRun run, StreamFleet fleet, int portion, StreamFleet.Strike strike) throws Exception {
    Hit.until(
        "the instance behind the network",
        () -> {
          if (fleet.lag() == 0) {
            run.send(portion);
          }
          return fleet.strikeAtWork(0, strike);
        });
  }
}
