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
import java.util.function.ToLongFunction;

/**
 * Works on many items at once and hands the results on in the order of the items, on the thread
 * that brings them. At most a few items per thread are under way, and of heavy ones fewer, so that
 * an endless input and large items fit into memory.
 *
 * @param <I> item
 * @param <O> result
 */
public final class OrderedParallel<I, O> implements Consumer<I>, AutoCloseable {

  private static final int AHEAD_PER_THREAD = 8;

  /** Weight that may be under way at once, one heavier item alone. */
  private static final long MAX_WEIGHT = 1 << 19;

  private final ExecutorService workers;
  private final int ahead;
  private final Function<I, O> work;
  private final Consumer<O> inOrder;
  private final ToLongFunction<I> weights;
  private final Deque<UnderWay<O>> underWay = new ArrayDeque<>();
  private long weightUnderWay;

  private record UnderWay<O>(Future<O> result, long weight) {}

  /**
   * @param name of the threads
   * @param weights how much memory an item takes while it is under way, in characters of text
   * @param work done to each item, on any thread
   * @param inOrder takes the results, on the calling thread
   */
  public OrderedParallel(
      int threads,
      String name,
      ToLongFunction<I> weights,
      Function<I, O> work,
      Consumer<O> inOrder) {
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
    this.weights = weights;
    this.work = work;
    this.inOrder = inOrder;
  }

  /** Takes an item; hands on what is finished and waits when too much is under way. */
  @Override
  public void accept(I item) {
    long weight = weights.applyAsLong(item);
    while (!underWay.isEmpty() && (isFull(weight) || underWay.peek().result().isDone())) {
      handOn();
    }
    underWay.add(new UnderWay<>(workers.submit(() -> work.apply(item)), weight));
    weightUnderWay += weight;
  }

  private boolean isFull(long more) {
    return underWay.size() >= ahead || weightUnderWay + more > MAX_WEIGHT;
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
    UnderWay<O> first = underWay.remove();
    weightUnderWay -= first.weight();
    O result;
    try {
      result = first.result().get();
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
