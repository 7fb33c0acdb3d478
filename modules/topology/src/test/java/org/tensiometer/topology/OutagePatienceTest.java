package org.tensiometer.topology;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.tensiometer.topology.OutagePatience.Limits;
import org.tensiometer.topology.state.DamagedState;
import org.tensiometer.wire.registry.RegistryUnavailableException;
import org.tensiometer.wire.serde.PoisonRecordException;

class OutagePatienceTest {

  private final DamagedState damaged = new DamagedState();
  private final OutagePatience patience =
      new OutagePatience(
          new Limits(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofHours(1), 3, 1),
          damaged);

  static Stream<Throwable> outages() {
    return Stream.of(
        new RegistryUnavailableException("away"),
        new StreamsException("wrapped", new RegistryUnavailableException("away")),
        new TimeoutException("broker"),
        new MissingSourceTopicException("of a broker that has just come back"),
        notMade("All brokers are currently fenced, or have all their log directories cordoned."),
        new StreamsException("commit", new InvalidTxnStateException("ended while it slept")),
        new StreamsException("commit", new ProducerFencedException("by its successor")));
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new IllegalStateException("a bug"),
        new StreamsException(new PoisonRecordException("broken", new EOFException())),
        new FencedInstanceIdException("two of this name"),
        notMade("only 1 broker(s) are registered, and 3 are wanted."),
        new OutOfMemoryError("heap"));
  }

  private static Throwable notMade(String why) {
    return new StreamsException(
        "Could not create topic t.",
        new InvalidReplicationFactorException("Unable to replicate the partition: " + why));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void shouldGoOnAfterAnOutage(Throwable outage) {
    assertThat(patience.handle(outage)).isEqualTo(REPLACE_THREAD);
    assertThat(patience.fatal()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldStopAfterWhatTryingAgainWouldNotMend(Throwable fault) {
    assertThat(patience.handle(fault)).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(patience.fatal()).contains(fault);
  }

  @Test
  void shouldStopAfterTooManyOutagesInARow() {
    RegistryUnavailableException outage = new RegistryUnavailableException("away");
    for (int i = 0; i < 3; i++) {
      assertThat(patience.handle(outage)).isEqualTo(REPLACE_THREAD);
    }
    assertThat(patience.handle(outage)).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(patience.fatal()).contains(outage);
  }

  @Test
  void shouldRestoreDamagedStateUntilItIsDamagedAgain() {
    Throwable damage =
        new ProcessorStateException(
            "Error while getting value",
            new RocksDBException(new Status(Status.Code.Corruption, Status.SubCode.None, "block")));
    assertThat(DamagedState.isCauseOf(damage)).isTrue();
    assertThat(damaged.found()).as("nothing is counted by asking").isZero();
    assertThat(patience.handle(damage)).isEqualTo(REPLACE_THREAD);
    assertThat(damaged.found()).isEqualTo(1);
    assertThat(patience.handle(damage)).isEqualTo(SHUTDOWN_CLIENT);
    assertThat(damaged.found()).isEqualTo(2);
    assertThat(patience.fatal()).contains(damage);
  }

  @Test
  void shouldStopWhenTheDiskIsFull() {
    Throwable full =
        new ProcessorStateException(
            "Error while flushing",
            new RocksDBException(
                new Status(Status.Code.IOError, Status.SubCode.NoSpace, "No space left")));
    assertThat(patience.handle(full)).isEqualTo(SHUTDOWN_CLIENT);
  }
}
