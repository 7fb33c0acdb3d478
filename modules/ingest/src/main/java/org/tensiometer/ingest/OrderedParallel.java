package org.tensiometer.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on many items at once and hands the results on in the order of the items, on the thread
 * that brings them. At most a few items per thread are under way, so that an endless input fits
 * into memory.
 *
 * @param <I> item
 * @param <O> result
 */
public final class OrderedParallel<I, O> implements Consumer<I>, AutoCloseable {

  private static final int AHEAD_PER_THREAD = 8;

  private final ExecutorService workers;
  private final int ahead;
  private final Function<I, O> work;
  private final Consumer<O> inOrder;
  private final Deque<Future<O>> underWay = new ArrayDeque<>();

  public OrderedParallel(int threads, String name, Function<I, O> work, Consumer<O> inOrder) {
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, name + '-' + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.ahead = threads * AHEAD_PER_THREAD;
    this.work = work;
    this.inOrder = inOrder;
  }

  /** Takes an item; hands on what is finished and waits when too much is under way. */
  @Override
  public void accept(I item) {
    underWay.add(workers.submit(() -> work.apply(item)));
    while (underWay.size() > ahead || !underWay.isEmpty() && underWay.peek().isDone()) {
      handOn();
    }
  }

  /** Hands on all that is under way. */
  public void finish() {
    while (!underWay.isEmpty()) {
      handOn();
    }
  }

  /** Gives up what {@link #finish} has not handed on. */
  @Override
  public void close() {
    workers.shutdownNow();
  }

  private void handOn() {
    O result;
    try {
      result = underWay.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while articles were under way", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failed
          ? failed
          : new IllegalStateException(e.getCause());
    }
    inOrder.accept(result);
  }
}
