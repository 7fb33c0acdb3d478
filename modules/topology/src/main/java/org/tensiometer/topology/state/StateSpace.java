package org.tensiometer.topology.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether there is still room for local state. RocksDB itself meets a full
 * disk when its memory has to go there, which may be minutes later, and Kafka Streams goes on when
 * it cannot write its checkpoints: both would work on with state that has no place.
 */
public final class StateSpace implements AutoCloseable {

  /** Between two looks. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Written and deleted again by every look. */
  static final String FILE = "room";

  private static final int BYTES = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(StateSpace.class);

  private final Path application;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(StateSpace::thread);
  private volatile IOException fault;

  /**
   * @param application folder of the application in the state folder, which nobody else uses
   */
  public StateSpace(Path application) {
    this.application = application;
  }

  /** From now on looks, until there is no room. */
  public void watch(Duration interval) {
    looking.scheduleWithFixedDelay(this::look, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What happened when nothing more could be written, with the name of the folder. */
  public Optional<Throwable> fault() {
    return Optional.ofNullable(fault);
  }

  void look() {
    if (!Files.isDirectory(application)) {
      // Thrown away to be restored, or never made: that is not for want of room.
      return;
    }
    try {
      writeAndDelete(application.resolve(FILE));
    } catch (IOException e) {
      fault = new IOException("the state folder " + application + " cannot be written: " + e, e);
      LOG.error("Stopping: {}", fault.getMessage());
      looking.shutdown();
    }
  }

  private static void writeAndDelete(Path file) throws IOException {
    try {
      Files.write(file, new byte[BYTES]);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Thread thread(Runnable look) {
    Thread thread = new Thread(look, "tensiometer-state-space");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    looking.shutdown();
  }
}
