package org.tensiometer.acceptance.faults;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.tensiometer.embedded.Loopback;

/** Listens where a registry should, and does not do what a registry does. */
final class BrokenRegistry implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  private BrokenRegistry(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /** Answers everything with 503. */
  static BrokenRegistry unavailable(int port) throws IOException {
    BrokenRegistry registry = new BrokenRegistry(HttpServer.create(Loopback.address(port), 0));
    registry.server.createContext(
        "/",
        exchange -> {
          registry.requests.incrementAndGet();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    registry.server.start();
    return registry;
  }

  /** Takes every request and answers none. */
  static BrokenRegistry hanging(int port) throws IOException {
    BrokenRegistry registry = new BrokenRegistry(HttpServer.create(Loopback.address(port), 0));
    registry.server.createContext(
        "/",
        exchange -> {
          registry.requests.incrementAndGet();
          try {
            registry.closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    registry.server.start();
    return registry;
  }

  /** How often it was asked. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
