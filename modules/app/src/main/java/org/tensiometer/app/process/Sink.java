package org.tensiometer.app.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.tensiometer.wire.TransactionalForwarder;

/** A sink at work on a thread of its own. */
public final class Sink implements AutoCloseable {

  private final TransactionalForwarder<?> forwarder;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Thread thread;

  private Sink(TransactionalForwarder<?> forwarder) {
    this.forwarder = forwarder;
    this.thread =
        new Thread(
            () -> {
              try {
                forwarder.run();
                end.complete(null);
              } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
              }
            },
            forwarder.name());
  }

  /** Starts the forwarder. */
  public static Sink start(TransactionalForwarder<?> forwarder) {
    Sink sink = new Sink(forwarder);
    sink.thread.setDaemon(true);
    sink.thread.start();
    return sink;
  }

  /** Its consumer group, and its name in dead letters and logs. */
  public String name() {
    return forwarder.name();
  }

  /** Records it has brought on since it was started. */
  public long forwarded() {
    return forwarder.forwarded();
  }

  /** Records that waited for it when it last looked. */
  public long behind() {
    return forwarder.behind();
  }

  /** Per assigned partition the offset up to which everything is forwarded. */
  public Map<TopicPartition, Long> positions() {
    return forwarder.positions();
  }

  /** What ended it; empty while it works or when it was closed. */
  public Optional<Throwable> failure() {
    if (!end.isCompletedExceptionally()) {
      return Optional.empty();
    }
    return Optional.ofNullable(end.handle((ignored, fault) -> fault).join());
  }

  /** The outage that it waits for, if it does. */
  public Optional<String> waiting() {
    return forwarder.waiting();
  }

  /** Waits until it ends, which it does by {@link #close} or by a fault. */
  public void join() throws InterruptedException {
    thread.join();
  }

  /** Has it end, without waiting for that. */
  public void stop() {
    forwarder.stop();
  }

  @Override
  public void close() {
    forwarder.close();
  }
}
