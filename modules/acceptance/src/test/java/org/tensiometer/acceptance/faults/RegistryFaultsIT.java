package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensiometer.testkit.Await;
import org.tensiometer.testkit.TestCluster;

/**
 *
 *
 * <pre>
 * registry   serves ... refuses | hangs | 503 ............................ serves ........
 * stream-0   start .... cold: knows no schema, waits, dead-letters nothing  reads
 *                       warm: knows the schemas, reads what comes
 * </pre>
 */
@Tag("full")
class RegistryFaultsIT {

  private static final int PARTS = 10;

  private final int claims = FaultSize.of("registry.claims", 1_000, 10_000);
  private final Duration outage =
      Duration.ofSeconds(FaultSize.of("registry.outage.seconds", 10, 60));

  private enum Fault {
    REFUSES {
      @Override
      BrokenRegistry at(int port) {
        return null;
      }
    },
    HANGS {
      @Override
      BrokenRegistry at(int port) throws IOException {
        return BrokenRegistry.hanging(port);
      }
    },
    IS_UNAVAILABLE {
      @Override
      BrokenRegistry at(int port) throws IOException {
        return BrokenRegistry.unavailable(port);
      }
    };

    /** What listens in place of the registry; null for nothing. */
    abstract BrokenRegistry at(int port) throws IOException;
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Fault.class)
  void shouldWaitForARegistryThatNobodyKnewAnythingOfYet(Fault fault) throws Exception {
    run(fault, false);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void shouldGoOnWithWhatIsKnownOfARegistry(Fault fault) throws Exception {
    run(fault, true);
  }

  private void run(Fault fault, boolean warm) throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = new LedgerRun(installation, 1, 21);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      // The sender knows its schemas from here on.
      run.warmUp();
      if (warm) {
        run.send(claims / 2);
      }
      fleet.start(0);
      Await.until("the instance to get work", () -> fleet.assigned(0), its -> !its.isEmpty());
      if (warm) {
        // A schema is known by what was written with it: of indicators and alerts too.
        run.awaitPublished(fleet.progress());
      }
      int port = URI.create(installation.cluster().registryUrl()).getPort();
      installation.cluster().stopRegistry();
      try (BrokenRegistry broken = fault.at(port)) {
        if (warm) {
          workThrough(run, fleet);
        } else {
          run.send(claims / 2);
          liveThrough(fleet, broken);
        }
      }
      installation.cluster().restartRegistry();
      run.send(claims / 2);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }

  /** Claims come, and are read, from the beginning of the outage to its end. */
  private void workThrough(LedgerRun run, StreamFleet fleet) {
    for (int part = 0; part < PARTS; part++) {
      run.send(claims / 2 / PARTS);
      fleet.liveThrough(outage.dividedBy(PARTS));
      fleet.awaitRead();
    }
  }

  /** The outage begins when the instance has met it. */
  private void liveThrough(StreamFleet fleet, BrokenRegistry broken) {
    if (broken != null) {
      Await.until("the registry to be asked", broken::requests, asked -> asked > 0);
    }
    long waiting = fleet.lag();
    fleet.liveThrough(outage);
    assertThat(fleet.lag()).as("claims that wait for the registry").isPositive().isEqualTo(waiting);
  }
}
