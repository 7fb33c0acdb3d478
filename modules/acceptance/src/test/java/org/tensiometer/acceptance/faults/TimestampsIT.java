package org.tensiometer.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensiometer.testkit.TestCluster;

/**
 * Records whose time cannot be true: dated before what they tell was received, they are refused by
 * the topology; dated after now, by the brokers. Ticks of a clock that jumped close no day.
 */
class TimestampsIT {

  private static final Duration YEAR = Duration.ofDays(365);

  private final int claims = FaultSize.of("time.claims", 1_000, 10_000);

  @TempDir private Path folder;

  @Test
  void shouldRefuseTimesThatCannotBeTrueAndCloseNoDayByThem() throws Exception {
    try (Installation installation = new Installation(TestCluster.start(), folder);
        LedgerRun run = LedgerRun.of(installation, claims);
        StreamFleet fleet = new StreamFleet(installation, Map.of())) {
      fleet.start(0);
      fleet.start(1);
      run.send(claims / 2);
      Instant now = Instant.now();
      run.sendRefused(now.minus(YEAR.multipliedBy(50)));
      run.sendRefused(Instant.EPOCH);
      assertThat(run.sendDated(now.plus(YEAR.multipliedBy(10))))
          .as("what the brokers say of a record from the future")
          .isInstanceOf(InvalidTimestampException.class);
      run.sendRefusedTick(now.plus(YEAR.multipliedBy(10)));
      run.sendRefusedTick(Instant.EPOCH);
      run.send(claims / 2);
      run.checkAnswer(fleet.progress());
      fleet.requireAllAlive();
    }
  }
}
